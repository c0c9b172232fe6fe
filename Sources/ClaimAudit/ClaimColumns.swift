package import CodingRules

/// The meanings of the columns in a table of claim lines.
package struct ClaimColumns: Sendable {
  /// Explicit assignments of columns to fields.
  package typealias Map = [(field: ClaimField, column: String)]

  private let names: [String]
  private var fields: [String: ClaimField] = [:]
  /// The unrecognized columns, in order.
  package private(set) var unread: [String] = []

  /// The facts about lines that the table can provide.
  package var facts: LineFacts { fields.values.compactMap(\.fact).reduce(into: []) { $0.formUnion($1) } }

  /// Whether the table can tell which lines belong to the same patient or claim.
  private var hasGroups: Bool { fields.values.contains { $0 == .patient || $0 == .claim } }

  /// Sentences about what the audit cannot see in the table.
  package var remarks: [String] {
    let more = unread.count > 20 ? " and \(unread.count - 20) more" : ""
    let names = unread.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", ") + more
    return
      (unread.isEmpty ? [] : ["columns that are not read: \(names); name what they hold with --map"])
      + (hasGroups ? [] : ["no column names the claim or the patient, so each line is checked alone"])
  }

  /// Determines the columns' fields, first as assigned, then by their usual names.
  package init(_ names: [String], map: Map = []) throws(ClaimInputError) {
    self.names = names
    for (field, column) in map {
      let known = names.first { $0 == column } ?? names.first { columnKey($0) == columnKey(column) }
      guard let known else {
        throw .unknownColumn(column, suggestion: nearestName(to: column, among: names))
      }
      fields[known] = field
    }
    for field in ClaimField.allCases where !map.contains(where: { $0.field == field }) {
      assign(field, names)
    }
    for field in [ClaimField.code, .date] where !fields.values.contains(field) {
      throw .missing(field, hasOthers: !fields.isEmpty)
    }
    unread = names.filter { fields[$0] == nil && !Self.knownNames.contains(columnKey($0)) }
  }

  /// The field of a column, or of a JSON Lines key seen for the first time; nil if it is not read.
  package subscript(name: String) -> ClaimField? {
    if let field = fields[name] { return field }
    let known = ClaimField.allCases.first { $0.names.contains(columnKey(name)) }
    return known.flatMap { field in
      field.allowsMultiple || !fields.values.contains(field) && !names.contains(name) ? field : nil
    }
  }

  private mutating func assign(_ field: ClaimField, _ names: [String]) {
    let free = names.filter { fields[$0] == nil }
    let found = field.names.flatMap { known in free.filter { columnKey($0) == known } }
    for name in field.allowsMultiple ? found[...] : found.prefix(1) { fields[name] = field }
    guard field == .patient, found.isEmpty else { return }
    for name in free where ClaimField.patientParts.contains(columnKey(name)) { fields[name] = field }
  }

  private static let knownNames = Set(ClaimField.allCases.flatMap(\.names) + ClaimField.patientParts)
}

/// The normalized name of a column: lowercase letters and digits only.
private func columnKey(_ name: String) -> String { nameKey(name).filter { $0 != " " } }
