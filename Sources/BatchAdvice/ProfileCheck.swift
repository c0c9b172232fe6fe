package import CodingRules

/// Why a profile cannot be used with a rule book.
package enum ProfileProblem: Error, Equatable {
  /// A name that is neither a question nor `date` or `topic`.
  case unknownField(String, flag: String, suggestion: String?)
  /// An answer that no question of its field has.
  case unknownAnswer(field: String, String, suggestion: String?)
  /// A column that would mean two things.
  case columnTwice(String)
}

extension ProfileProblem {
  /// What is wrong, and what to do.
  package var sentence: String {
    switch self {
    case .unknownField(let name, let flag, let suggestion):
      "\(flag): no question '\(excerpt(name))'" + hint(suggestion)
    case .unknownAnswer(let field, let word, let suggestion):
      "--set: '\(excerpt(word))' is no answer to '\(field)'" + hint(suggestion)
    case .columnTwice(let name): "the column '\(excerpt(name))' cannot be two things; map it once"
    }
  }
}

extension BatchProfile {
  /// Finds what cannot be used with a book.
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
    for (column, _) in meant where !seen.insert(ColumnMeanings.key(column)).inserted {
      throw .columnTwice(column)
    }
  }

  private func checkNames(_ pairs: [Pair], flag: String, among names: [String]) throws(ProfileProblem) {
    for pair in pairs where !names.contains(where: { nameKey($0) == nameKey(pair.name) }) {
      throw .unknownField(pair.name, flag: flag, suggestion: nearestName(to: pair.name, among: names))
    }
  }
}
