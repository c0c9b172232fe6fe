/// One way to a code: the answers that lead there, whatever is answered afterwards.
package struct CodePath: Sendable {
  /// What must be answered to one question.
  package struct Condition: Hashable, Sendable {
    /// The fact that is asked for.
    package let field: String
    /// The answers of which one is needed, by id.
    package let answers: [String]
  }

  /// The conditions, in the order of the questions.
  package let conditions: [Condition]
}

extension Topic {
  /// Every way to a code; answers that lead to the same question share a condition.
  ///
  /// Works from the last question to the first, so paths that meet again are followed only once.
  package func paths(to code: String) -> [CodePath] {
    var ways: [[[CodePath.Condition]]] = Array(repeating: [], count: questions.count)
    for (index, question) in questions.enumerated().reversed() {
      var groups: [(rest: [CodePath.Condition], answers: [String])] = []
      for answer in question.answers {
        let rests = answer.reports(code) ? [[]] : answer.next.map { ways[$0] } ?? []
        for rest in rests {
          if let known = groups.firstIndex(where: { $0.rest == rest }) {
            groups[known].answers.append(answer.id)
          } else {
            groups.append((rest, [answer.id]))
          }
        }
      }
      ways[index] = groups.map { [.init(field: question.field, answers: $0.answers)] + $0.rest }
    }
    return (ways.first ?? []).map(CodePath.init(conditions:))
  }
}

extension CodePath: CustomStringConvertible {
  /// The way in short: `purpose diagnostic; capture stone-cast`.
  package var description: String {
    conditions.map { "\($0.field) \($0.answers.joined(separator: " or "))" }.joined(separator: "; ")
  }
}
