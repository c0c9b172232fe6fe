package import CodingRules

/// An unknown check name.
package struct UnknownCheck: Error {
  let name: String
  /// A check with a similar name.
  let suggestion: String?
  /// The names of all checks.
  let known: [String]

  /// The problem and its fix, as a sentence.
  package var sentence: String {
    "no check '\(excerpt(name))'"
      + (suggestion == nil ? "; give any of \(known.joined(separator: ", "))" : hint(suggestion))
  }
}

extension RuleBook {
  /// The names of all checks of an audit: those of lines, of files, and of plans.
  package var auditCheckNames: [String] { auditCheckIDs + fileChecks + Plan.auditCheckIDs }
}

extension AuditSelection {
  /// Selects checks from comma-separated lists of names.
  ///
  /// - Parameters:
  ///   - only: The checks to run; nil for all.
  ///   - skip: The checks to skip.
  ///   - failOn: The least severity that counts as a failure, or `never`; nil for `error`.
  package init(only: String?, skip: String?, failOn: String?, of book: RuleBook) throws(UnknownCheck) {
    self.init()
    let known = book.auditCheckNames
    func checks(_ list: String) throws(UnknownCheck) -> Set<String> {
      let names = list.split(separator: ",").map(String.init)
      if let name = names.first(where: { !known.contains($0) }) {
        throw UnknownCheck(name: name, suggestion: nearestName(to: name, among: known), known: known)
      }
      return Set(names)
    }
    if let only { self.only = try checks(only) }
    if let skip { self.skip = try checks(skip) }
    if let failOn { self.failOn = VisitCheck.Severity(rawValue: failOn) }
  }
}

extension ClaimColumns {
  /// Looks up the fields of columns; other fields get the columns of an export.
  package static func map(
    _ pairs: [(name: String, value: String)], date: [String], code: String?, patient: [String]
  ) throws(ClaimInputError) -> Map {
    var map: Map = []
    for (name, column) in pairs {
      guard let field = ClaimField(rawValue: name) else {
        throw .unknownField(
          name, suggestion: nearestName(to: name, among: ClaimField.allCases.map(\.rawValue)))
      }
      map.append((field, column))
    }
    let export: Map =
      date.map { (.date, $0) } + (code.map { [(.code, $0)] } ?? []) + patient.map { (.patient, $0) }
    return map + export.filter { entry in !map.contains { $0.field == entry.field } }
  }
}
