package import CodingRules

/// An inconsistency between a profile and a rule book.
package enum ProfileProblem: Error, Equatable {
  /// A name that is not a question, `date`, or `topic`.
  case unknownField(String, flag: String, suggestion: String?)
  /// A value that is not an answer to any question of its field.
  case unknownAnswer(field: String, String, suggestion: String?)
  /// A column with two meanings.
  case duplicateColumn(String)
}

extension ProfileProblem {
  /// The problem and its fix, as a sentence.
  package var sentence: String {
    switch self {
    case .unknownField(let name, let flag, let suggestion):
      "\(flag): no question '\(excerpt(name))'" + hint(suggestion)
    case .unknownAnswer(let field, let word, let suggestion):
      "--set: '\(excerpt(word))' is not an answer to '\(field)'" + hint(suggestion)
    case .duplicateColumn(let name): "the column '\(excerpt(name))' cannot be two things; map it once"
    }
  }
}

extension BatchProfile {
  /// Checks the profile against a book.
  package func check(with book: RuleBook) throws(ProfileProblem) {
    let questions = book.topics.flatMap(\.questions)
    let fields = questions.map(\.field).uniqued(by: nameKey)
    try checkNames(map, flag: "--map", among: fields + ["date", "topic"])
    try checkNames(set, flag: "--set", among: fields)
    for pair in set {
      let asked = questions.filter { nameKey($0.field) == nameKey(pair.name) }
      if asked.contains(where: { $0.answer(named: pair.value) != nil }) { continue }
      let suggestion = nearestName(to: pair.value, among: asked.flatMap(\.names))
      throw .unknownAnswer(field: pair.name, pair.value, suggestion: suggestion)
    }
    var seen: Set<String> = []
    for (column, _) in assigned where !seen.insert(ColumnMeanings.key(column)).inserted {
      throw .duplicateColumn(column)
    }
  }

  private func checkNames(_ pairs: [Pair], flag: String, among names: [String]) throws(ProfileProblem) {
    for pair in pairs where !names.contains(where: { nameKey($0) == nameKey(pair.name) }) {
      throw .unknownField(pair.name, flag: flag, suggestion: nearestName(to: pair.name, among: names))
    }
  }
}
