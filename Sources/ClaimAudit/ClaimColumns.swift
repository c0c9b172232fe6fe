package import CodingRules

/// Which columns of a table of claim lines hold what.
package struct ClaimColumns: Sendable {
  /// Why the columns cannot be used.
  package enum Problem: Error, Equatable {
    /// The table has no column of that name.
    case unknownColumn(String, suggestion: String?)
    /// No column holds this, and none can do without it.
    case missing(ClaimField, hasOthers: Bool)
  }

  /// The columns that somebody named.
  package typealias Map = [(field: ClaimField, column: String)]

  private let names: [String]
  private var fields: [String: ClaimField] = [:]
  /// The names that mean nothing here, in order.
  package private(set) var unread: [String] = []

  /// What the table can say.
  package var facts: LineFacts { fields.values.compactMap(\.fact).reduce(into: []) { $0.formUnion($1) } }

  /// Whether the table says which lines belong together.
  package var hasGroups: Bool { fields.values.contains { $0 == .patient || $0 == .claim } }

  /// Sentences on what the audit cannot see in such a table.
  package var remarks: [String] {
    let names = unread.prefix(20).map { "'\(excerpt($0))'" }.joined(separator: ", ")
    return
      (unread.isEmpty ? [] : ["columns that are not read: \(names); name what they hold with --map"])
      + (hasGroups ? [] : ["no column names the claim or the patient, so each line is checked alone"])
  }

  /// Finds what the columns hold: first as assigned, then by their usual names.
  package init(_ names: [String], map: Map = []) throws(Problem) {
    self.names = names
    for (field, column) in map {
      let known = names.first { $0 == column } ?? names.first { columnKey($0) == columnKey(column) }
      guard let known else {
        throw .unknownColumn(column, suggestion: nearestName(to: column, among: names))
      }
      fields[known] = field
    }
    for field in ClaimField.allCases where !map.contains(where: { $0.field == field }) {
      take(field, names)
    }
    for field in [ClaimField.code, .date] where !fields.values.contains(field) {
      throw .missing(field, hasOthers: !fields.isEmpty)
    }
    unread = names.filter { fields[$0] == nil && !Self.usualNames.contains(columnKey($0)) }
  }

  /// What a column holds, or a key that no row had before; nil when nothing that is read.
  package subscript(name: String) -> ClaimField? {
    if let field = fields[name] { return field }
    let usual = ClaimField.allCases.first { $0.names.contains(columnKey(name)) }
    return usual.flatMap { field in
      field.takesSeveral || !fields.values.contains(field) && !names.contains(name) ? field : nil
    }
  }

  private mutating func take(_ field: ClaimField, _ names: [String]) {
    let free = names.filter { fields[$0] == nil }
    let found = field.names.flatMap { usual in free.filter { columnKey($0) == usual } }
    for name in field.takesSeveral ? found[...] : found.prefix(1) { fields[name] = field }
    guard field == .patient, found.isEmpty else { return }
    for name in free where ClaimField.partsOfPatient.contains(columnKey(name)) { fields[name] = field }
  }

  private static let usualNames = Set(ClaimField.allCases.flatMap(\.names) + ClaimField.partsOfPatient)
}

/// A column's name as it is compared: small letters and digits alone.
private func columnKey(_ name: String) -> String { nameKey(name).filter { $0 != " " } }
