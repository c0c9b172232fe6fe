package import CodingRules

/// A name that is no check.
package struct UnknownCheck: Error {
  package let name: String
  /// A check with nearly this name.
  package let suggestion: String?
}

extension AuditSelection {
  /// Wants the checks that lists name, separated by commas.
  ///
  /// - Parameters:
  ///   - only: The checks that are wanted; nil for all.
  ///   - skip: Those that are not.
  package init(only: String?, skip: String?, of book: RuleBook) throws(UnknownCheck) {
    self.init()
    let known = book.auditCheckIDs + fileChecks + Plan.auditCheckIDs
    func checks(_ list: String) throws(UnknownCheck) -> Set<String> {
      let names = list.split(separator: ",").map(String.init)
      if let name = names.first(where: { !known.contains($0) }) {
        throw UnknownCheck(name: name, suggestion: nearestName(to: name, among: known))
      }
      return Set(names)
    }
    if let only { self.only = try checks(only) }
    if let skip { self.skip = try checks(skip) }
  }
}

extension ClaimColumns {
  /// Words that do not name a field and its column.
  package struct BadAssignment: Error {
    package let word: String
    /// The fields that there are.
    package let fields: [String]
  }

  /// The columns that words `FIELD=COLUMN` name, and for other fields those of an export.
  package static func map(
    _ words: [String], date: [String], code: String?, patient: [String]
  ) throws(BadAssignment) -> Map {
    var map: Map = []
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let field = ClaimField(rawValue: parts[0]) else {
        throw BadAssignment(word: word, fields: ClaimField.allCases.map(\.rawValue))
      }
      map.append((field, parts[1]))
    }
    let export: Map =
      date.map { (.date, $0) } + (code.map { [(.code, $0)] } ?? []) + patient.map { (.patient, $0) }
    return map + export.filter { entry in !map.contains { $0.field == entry.field } }
  }
}
