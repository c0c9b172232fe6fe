/// A path to a code: the answers that lead to it, regardless of later answers.
package struct CodePath: Sendable {
  /// The answers to one question that stay on the path.
  package struct Condition: Hashable, Sendable {
    /// The field that is asked for.
    package let field: String
    /// The ids of the answers, any of which will do.
    package let answers: [String]
  }

  /// The conditions, in question order.
  package let conditions: [Condition]
}

extension Topic {
  /// The maximum number of paths to a code that are shown.
  package static let maxCodePaths = 100

  /// Returns the paths to a code, at most one more than are shown.
  ///
  /// Answers that lead to the same question share a condition. Works from the last question to the
  /// first, so that paths that rejoin are followed only once.
  package func paths(to code: String) -> [CodePath] {
    var table = PathTable()
    var found: [[Int]] = Array(repeating: [], count: questions.count)
    for (index, question) in questions.enumerated().reversed() {
      var rests: [Int] = []
      var answers: [Int: [String]] = [:]
      for answer in question.answers {
        for rest in answer.reports(code) ? [PathTable.end] : answer.next.map({ found[$0] }) ?? [] {
          if answers[rest] == nil { rests.append(rest) }
          answers[rest, default: []].append(answer.id)
        }
      }
      found[index] = rests.prefix(Self.maxCodePaths + 1).compactMap { rest in
        answers[rest].map { table.index(of: .init(field: question.field, answers: $0), then: rest) }
      }
    }
    return found.prefix(1).joined().map { CodePath(conditions: table.conditions(from: $0)) }
  }
}

/// A table of paths to a code, each stored once as its first condition and the rest.
private struct PathTable {
  private struct Entry: Hashable {
    let condition: CodePath.Condition
    /// The index of the rest of the path.
    let rest: Int
  }

  /// The index of the empty path.
  static let end = -1

  private var entries: [Entry] = []
  private var indices: [Entry: Int] = [:]

  /// Returns the index of the path with a first condition and a rest, adding it if new.
  mutating func index(of condition: CodePath.Condition, then rest: Int) -> Int {
    let entry = Entry(condition: condition, rest: rest)
    if let index = indices[entry] { return index }
    indices[entry] = entries.count
    entries.append(entry)
    return entries.count - 1
  }

  /// Returns the conditions of a path, in order.
  func conditions(from index: Int) -> [CodePath.Condition] {
    var (conditions, index): ([CodePath.Condition], Int) = ([], index)
    while index != Self.end {
      conditions.append(entries[index].condition)
      index = entries[index].rest
    }
    return conditions
  }
}

extension CodePath: CustomStringConvertible {
  /// The path in shorthand: `purpose diagnostic; capture stone-cast`.
  package var description: String {
    conditions.map { "\($0.field) \($0.answers.joined(separator: " or "))" }.joined(separator: "; ")
  }
}
