package import CodingRules

/// Makes an audit's line of the cells of a row; used again for each row.
package struct ClaimRow {
  /// The id of the claim.
  package private(set) var claim: [UInt8] = []
  private static let blank = AuditLine(code: nil, day: nil, group: 0, position: ClaimPosition(line: 1))
  private let blank = Self.blank
  private var line = Self.blank
  private var patient = GroupHash()
  private var payer = GroupHash()

  /// Creates an empty row.
  package init() {}

  /// Forgets the last row, and begins one at a position.
  package mutating func begin(at position: ClaimPosition) {
    if !claim.isEmpty { claim.removeAll(keepingCapacity: true) }
    line = blank
    line.position = position
    (patient, payer) = (GroupHash(), GroupHash())
  }

  /// Takes the text of a cell; an empty cell says nothing.
  @inline(__always)
  package mutating func take(_ field: ClaimField, _ text: Span<UInt8>) {
    if text.isEmpty { return }
    switch field {
    case .claim: unsafe text.withUnsafeBufferPointer { unsafe claim.append(contentsOf: $0) }
    case .patient: patient.add(text)
    case .payer: payer.add(text)
    case .date: line.day = CalendarDay(tableText: text)
    case .code: line.code = ClaimCode(text)
    case .units: line.units = text.wholeNumber ?? 0
    case .area: takeAreas(text)
    case .tooth: if text.hasWord { line.facts.insert(.tooth) }
    case .narrative: if !text.isNo { line.facts.insert(.narrative) }
    case .attachment: if !text.isNo { line.facts.insert(.attachment) }
    case .orthodontic: if !text.isNo { line.facts.insert(.orthodontic) }
    case .predetermination: if !text.isNo { line.isPlanned = true }
    case .charge: break
    }
  }

  /// The row as a line. Lines without a patient are compared within their claim, planned ones too; those without
  /// either are compared with no other.
  package var auditLine: AuditLine {
    var line = line
    var group = patient
    if group.isEmpty || line.isPlanned { group.add(claim.span) }
    group.add(payer)
    line.group = group.isEmpty ? GroupHash(number: line.position.line).value : group.value
    return line
  }

  private mutating func takeAreas(_ text: Span<UInt8>) {
    guard text.hasWord else { return }
    line.facts.insert(.area)
    line.areas = text.areas
  }
}

/// A hash that brings rows together, another in each run.
private struct GroupHash {
  private static let seed = UInt64.random(in: .min ... .max)

  private var hash = seed
  private(set) var isEmpty = true

  init() {}

  /// The hash of a number, which no text has.
  init(number: Int) { mix(UInt64(truncatingIfNeeded: number) | 1 << 63) }

  /// Adds a cell.
  mutating func add(_ text: Span<UInt8>) {
    if text.isEmpty { return }
    isEmpty = false
    var word = UInt64(truncatingIfNeeded: text.count)
    for index in text.indices {
      word = word &<< 8 | UInt64(text[index])
      if index & 7 == 7 { mix(word) }
    }
    mix(word)
  }

  /// Adds another hash, which alone makes no group.
  mutating func add(_ other: GroupHash) {
    if !other.isEmpty { mix(other.hash) }
  }

  private mutating func mix(_ number: UInt64) {
    hash = (hash ^ hash >> 29 ^ number) &* 0x9E37_79B9_7F4A_7C15
  }

  var value: Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}
