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
  /// The most ways to a code that are shown; no one reads more.
  package static let maxWays = 100

  /// The ways to a code, at most one more than are shown; answers that lead to the same question share a condition.
  ///
  /// Works from the last question to the first, so paths that meet again are followed only once.
  package func paths(to code: String) -> [CodePath] {
    var ways = Ways()
    var found: [[Int]] = Array(repeating: [], count: questions.count)
    for (index, question) in questions.enumerated().reversed() {
      var rests: [Int] = []
      var answers: [Int: [String]] = [:]
      for answer in question.answers {
        for rest in answer.reports(code) ? [Ways.end] : answer.next.map({ found[$0] }) ?? [] {
          if answers[rest] == nil { rests.append(rest) }
          answers[rest, default: []].append(answer.id)
        }
      }
      found[index] = rests.prefix(Self.maxWays + 1).compactMap { rest in
        answers[rest].map { ways.index(of: .init(field: question.field, answers: $0), then: rest) }
      }
    }
    return found.prefix(1).joined().map { CodePath(conditions: ways.conditions(from: $0)) }
  }
}

/// Ways from questions to a code, each kept once: what must be answered first, and the way from there.
private struct Ways {
  private struct Way: Hashable {
    let condition: CodePath.Condition
    /// The index of the rest of the way.
    let rest: Int
  }

  /// The index of the way that is over.
  static let end = -1

  private var ways: [Way] = []
  private var indexes: [Way: Int] = [:]

  /// The index of the way that begins with a condition.
  mutating func index(of condition: CodePath.Condition, then rest: Int) -> Int {
    let way = Way(condition: condition, rest: rest)
    if let index = indexes[way] { return index }
    indexes[way] = ways.count
    ways.append(way)
    return ways.count - 1
  }

  /// The conditions of a way, in order.
  func conditions(from index: Int) -> [CodePath.Condition] {
    var (conditions, index): ([CodePath.Condition], Int) = ([], index)
    while index != Self.end {
      conditions.append(ways[index].condition)
      index = ways[index].rest
    }
    return conditions
  }
}

extension CodePath: CustomStringConvertible {
  /// The way in short: `purpose diagnostic; capture stone-cast`.
  package var description: String {
    conditions.map { "\($0.field) \($0.answers.joined(separator: " or "))" }.joined(separator: "; ")
  }
}
