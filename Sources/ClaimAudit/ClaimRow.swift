package import CodingRules

/// Builds a claim line from the cells of a row; reused for each row.
package struct ClaimRow {
  private static let blank = AuditLine(code: nil, day: nil, group: nil, position: ClaimPosition(line: 1))
  private let blank = Self.blank
  private var line = Self.blank
  private var claim = GroupHash()
  private var patient = GroupHash()
  private var payer = GroupHash()
  /// Whether the line is of a procedure that the office does not bill.
  package private(set) var isUnbilled = false

  /// Creates an empty row.
  package init() {}

  /// Begins a new row at a position.
  package mutating func begin(at position: ClaimPosition) {
    line = blank
    line.position = position
    (claim, patient, payer) = (GroupHash(), GroupHash(), GroupHash())
    isUnbilled = false
  }

  /// Adds the text of a cell; empty cells are ignored.
  @inline(__always)
  package mutating func add(_ field: ClaimField, _ text: Span<UInt8>) {
    if text.isEmpty { return }
    switch field {
    case .claim: claim.add(text)
    case .patient: patient.add(text)
    case .payer: payer.add(text)
    case .date: addDate(text)
    case .code:
      line.code = ClaimCode(text)
      if line.code == nil, text.hasWord { line.unreadable.insert(.code) }
    case .status: addStatus(text)
    case .units: line.units = text.wholeNumber ?? 0
    case .area: addAreas(text)
    case .tooth: if text.hasWord { line.facts.insert(.tooth) }
    case .narrative: if !text.isNo { line.facts.insert(.narrative) }
    case .attachment: if !text.isNo { line.facts.insert(.attachment) }
    case .orthodontic: if !text.isNo { line.facts.insert(.orthodontic) }
    case .predetermination: if !text.isNo { line.isPlanned = true }
    case .charge: break
    }
  }

  /// The row as a claim line. Lines without a patient, and planned ones, are compared only within
  /// their claim; lines with neither a patient nor a claim are not compared.
  package var auditLine: AuditLine {
    var line = line
    var group = patient
    if group.isEmpty || line.isPlanned { group.add(claim) }
    if !group.isEmpty {
      group.add(payer)
      line.group = group.value
    }
    return line
  }

  @inline(__always)
  private mutating func addDate(_ text: Span<UInt8>) {
    let day = CalendarDay(tableText: text)
    if day?.isPlaceholder == true { return }
    line.day = day
    if day == nil, text.hasWord { line.unreadable.insert(.date) }
  }

  private mutating func addStatus(_ text: Span<UInt8>) {
    if text.isAny(of: ProcedureStatus.planned) { line.isPlanned = true }
    isUnbilled = text.isAny(of: ProcedureStatus.unbilled)
  }

  private mutating func addAreas(_ text: Span<UInt8>) {
    guard text.hasWord else { return }
    line.facts.insert(.area)
    line.areas = text.areas
  }
}

/// The statuses of procedures, as Open Dental writes them in its API and in its database.
private enum ProcedureStatus {
  static let planned = ["tp", "1"]
  /// Existing work of this or another office, referrals, deleted procedures, and conditions.
  static let unbilled = ["ec", "eo", "r", "d", "cn", "3", "4", "5", "6", "7"]
}

/// A hash that groups rows, different in every run.
private struct GroupHash {
  private static let seed = UInt64.random(in: .min ... .max)

  private var hash = seed
  private(set) var isEmpty = true

  /// Adds a nonempty cell.
  mutating func add(_ text: Span<UInt8>) {
    isEmpty = false
    let bytes = unsafe text.bytes
    var offset = 0
    while offset &+ 8 <= text.count {
      mix(unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      offset &+= 8
    }
    var rest = UInt64(truncatingIfNeeded: text.count)
    while offset < text.count {
      rest = rest &<< 8 | UInt64(text[offset])
      offset &+= 1
    }
    mix(rest)
  }

  /// Adds another hash.
  mutating func add(_ other: GroupHash) {
    if other.isEmpty { return }
    isEmpty = false
    mix(other.hash)
  }

  private mutating func mix(_ number: UInt64) {
    hash = (hash ^ hash >> 29 ^ number) &* 0x9E37_79B9_7F4A_7C15
  }

  var value: Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}
