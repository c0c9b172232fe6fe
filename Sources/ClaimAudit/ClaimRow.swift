package import CodingRules

/// What a column of a claim table can hold.
package enum ClaimField: String, CaseIterable, Sendable {
  /// The id of the claim.
  case claim
  /// What identifies the patient; several columns may.
  case patient
  /// The date of service.
  case date
  /// The procedure code.
  case code
  /// How many units.
  case units
  /// The area of the mouth.
  case area
  /// The tooth.
  case tooth
  /// Words that describe the work.
  case narrative
  /// What goes with the claim.
  case attachment

  /// What a table with the column can say; nil for what every line says.
  fileprivate var fact: LineFacts? {
    switch self {
    case .area: .area
    case .tooth: .tooth
    case .narrative: .narrative
    case .attachment: .attachment
    case .claim, .patient, .date, .code, .units: nil
    }
  }
}

extension LineFacts {
  /// What a table with these columns can say.
  package init(columns: some Sequence<ClaimField>) {
    self = columns.compactMap(\.fact).reduce(into: []) { $0.formUnion($1) }
  }
}

/// Makes an audit's line of the cells of a row; used again for each row.
package struct ClaimRow {
  /// The id of the claim.
  package private(set) var claim: [UInt8] = []
  private var line = AuditLine(code: nil, day: nil, group: 0, position: ClaimPosition(line: 1))
  private var patient = GroupHash()

  /// Creates an empty row.
  package init() {}

  /// Forgets the last row, and begins one at a position.
  package mutating func begin(at position: ClaimPosition) {
    claim.removeAll(keepingCapacity: true)
    line = AuditLine(code: nil, day: nil, group: 0, position: position)
    patient = GroupHash()
  }

  /// Takes the text of a cell; an empty cell says nothing.
  package mutating func take(_ field: ClaimField, _ text: Span<UInt8>) {
    if text.isEmpty { return }
    if let fact = field.fact { line.facts.formUnion(fact) }
    switch field {
    case .claim: text.withUnsafeBufferPointer { claim.append(contentsOf: $0) }
    case .patient: patient.add(text)
    case .date: line.day = CalendarDay(tableText: text)
    case .code: line.code = ClaimCode(text)
    case .units: line.units = text.wholeNumber ?? 0
    case .area: line.areas = text.areas
    case .tooth, .narrative, .attachment: break
    }
  }

  /// The row as a line; lines without a patient are compared within their claim.
  package var auditLine: AuditLine {
    var line = line
    var group = patient
    if group.isEmpty { group.add(claim.span) }
    line.group = group.value
    return line
  }
}

/// A hash that brings rows together, another in each run.
private struct GroupHash {
  private static let seed = UInt64.random(in: .min ... .max)

  private var hash = seed
  private(set) var isEmpty = true

  /// Adds a cell.
  mutating func add(_ text: Span<UInt8>) {
    isEmpty = false
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 29 ^ UInt64(text.count)) &* 0x9E37_79B9_7F4A_7C15
  }

  var value: Int { Int(truncatingIfNeeded: hash ^ hash >> 32) }
}

extension Span<UInt8> {
  /// The whole number that the digits write, zeros after a decimal point dropped; nil for anything else.
  fileprivate var wholeNumber: Int? {
    var number = 0
    var digits = 0
    for index in indices {
      if self[index] == UInt8(ascii: "."), digits > 0 {
        return (index + 1..<count).allSatisfy { self[$0] == UInt8(ascii: "0") } ? number : nil
      }
      guard (0x30...0x39).contains(self[index]), digits < 9 else { return nil }
      number = number * 10 + Int(self[index] & 0x0F)
      digits += 1
    }
    return digits > 0 ? number : nil
  }

  /// The areas of the mouth that the text names, separated by anything.
  fileprivate var areas: MouthAreas {
    var areas: MouthAreas = []
    var word = ""
    for index in indices {
      if self[index].isLetterOrDigit {
        word.unicodeScalars.append(Unicode.Scalar(self[index]))
        if index + 1 < count { continue }
      }
      if let area = MouthAreas(word) { areas.formUnion(area) }
      word = ""
    }
    return areas
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF)
  }
}
