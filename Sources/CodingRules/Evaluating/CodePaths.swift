/// One way to a code: the answers that lead there, whatever is answered afterwards.
public struct CodePath: Sendable {
  /// What must be answered to one question.
  public struct Condition: Equatable, Sendable {
    /// The fact that is asked for.
    public let field: String
    /// The answers of which one must be given, by id.
    public fileprivate(set) var answers: [String]
  }

  /// The topic's id.
  public let topic: String
  /// The conditions, in the order of the questions.
  public fileprivate(set) var conditions: [Condition]
}

extension Topic {
  /// Every way to a code, found by enumeration; ways that differ in one answer are told as one.
  public func paths(to code: String) -> [CodePath] {
    var paths: [CodePath] = []
    forEachWalk { steps in
      guard let end = steps.firstIndex(where: { $0.answer.reports(code) }) else { return }
      let path = CodePath(topic: id, conditions: steps[...end].map(condition))
      if !paths.contains(where: { $0.conditions == path.conditions }) { paths.append(path) }
    }
    return Self.merged(paths)
  }

  private func condition(_ step: Step) -> CodePath.Condition {
    CodePath.Condition(field: step.question.field, answers: [step.answer.id])
  }

  /// Joins ways that differ in the answers to one question, as long as there are any.
  private static func merged(_ paths: [CodePath]) -> [CodePath] {
    var paths = paths
    for first in paths.indices {
      for second in paths.indices where second > first {
        guard let joined = paths[first].joined(with: paths[second]) else { continue }
        paths[first] = joined
        paths.remove(at: second)
        return merged(paths)
      }
    }
    return paths
  }
}

extension CodePath {
  /// One way for two that differ in a single condition; nil for others.
  fileprivate func joined(with other: CodePath) -> CodePath? {
    guard conditions.map(\.field) == other.conditions.map(\.field) else { return nil }
    let differing = conditions.indices.filter { conditions[$0] != other.conditions[$0] }
    guard differing.count == 1, let place = differing.first else { return nil }
    var joined = self
    let more = other.conditions[place].answers.filter { !conditions[place].answers.contains($0) }
    joined.conditions[place].answers += more
    return joined
  }
}

extension Answer {
  /// Whether the answer itself reports the code on some date.
  func reports(_ code: String) -> Bool {
    effects.contains { timed in
      guard case .report(let line) = timed.effect else { return false }
      return line.procedure.codes.contains { $0.id == code }
    }
  }
}

extension CodePath: CustomStringConvertible {
  /// The way in short: `purpose diagnostic; capture stone-cast`.
  public var description: String {
    conditions.map { "\($0.field) \($0.answers.joined(separator: " or "))" }.joined(separator: "; ")
  }
}
