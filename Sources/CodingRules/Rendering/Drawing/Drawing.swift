/// The tree of a topic for drawing, with each question once, numbered in reading order.
///
/// Questions with the same answers and results are drawn as one.
package struct Drawing: Sendable {
  /// The level of detail and the day of a drawing.
  package struct Detail: Sendable {
    /// The date of service; nil for all dates, which are shown where they matter.
    package var day: CalendarDay?
    /// The maximum depth in questions; nil for no limit.
    package var depth: Int?
    /// Whether to draw every device and the questions of linked topics.
    package var isExpanded: Bool

    /// Creates a detail; by default all dates, all questions of the topic, and devices as a group.
    package init(day: CalendarDay? = nil, depth: Int? = nil, isExpanded: Bool = false) {
      self.day = day
      self.depth = depth
      self.isExpanded = isExpanded
    }
  }

  enum Emphasis: String, Sendable {
    /// No path is highlighted, or this is its open question.
    case plain
    case highlighted = "lit"
    case dimmed
  }

  /// A question and the outcomes of its answers.
  struct Node: Sendable {
    /// The 1-based number in the drawing.
    let number: Int
    let question: Question
    var branches: [Branch]
    let emphasis: Emphasis
  }

  /// Answers with the same outcomes and next question.
  struct Branch: Sendable {
    var answers: [Answer]
    /// The labels of the answers, or one label for all of them.
    var labels: [String]
    /// Whether one label represents all answers.
    var isGroup = false
    var outcomes: [Outcome]
    /// The number of the next question; nil at the end of a path.
    let next: Int?
    /// The first of the questions omitted below; nil if none are.
    let omitted: Int?
    /// Whether this branch is the first to lead to the next question, which is drawn below it.
    let isFirstWay: Bool
    let emphasis: Emphasis

    /// The labels, then the ids of the answers unless one label represents them all.
    var labelsWithIDs: String {
      (labels + (isGroup ? [] : answers.map { "(\($0.id))" })).joined(by: " ")
    }
  }

  let id: String
  let title: String
  let edition: Edition
  /// The date of service; nil for all dates.
  let day: CalendarDay?
  /// The questions, in the order of their numbers.
  let nodes: [Node]

  func node(_ number: Int) -> Node { nodes[number - 1] }

  /// The topic and edition on one line.
  var heading: String { "\(title) (\(id)). \(rules)" }

  /// The edition, the version of the rules, and the date of service if given.
  var rules: String {
    let date = day.map { ", date of service \($0)" } ?? ""
    return "\(edition.rules)\(date)."
  }

  var hasPath: Bool { nodes.contains { $0.emphasis == .highlighted } }

  /// The kinds in the legend, in a fixed order.
  var kinds: [Outcome.Kind] {
    let used = Set(
      nodes.flatMap(\.branches).flatMap(\.outcomes).map(\.kind) + (hasPath ? [.path] : []))
    return Outcome.Kind.allCases.filter(used.contains)
  }

  /// All questions, answers and results as sentences, for readers who cannot see the drawing.
  var summary: String {
    let questions = nodes.map { node in
      let rows = node.branches.map { branch in
        let ways = branch.outcomes.map(\.text) + (branch.next.map { ["go to \($0)"] } ?? [])
        return "\(branch.labels.joined(separator: "; ")): \(ways.joined(separator: "; "))."
      }
      return "\(node.number). \(node.question.ask) \(rows.joined(separator: " "))"
    }
    return ([rules, edition.notice] + questions).joined(separator: "\n")
  }

  /// Whether devices, questions or other topics are omitted.
  var isCollapsed: Bool {
    kinds.contains(.elsewhere) || nodes.contains { $0.branches.contains(where: \.isGroup) }
  }

  /// Returns the meaning of a kind of result, for the legend.
  func meaning(of kind: Outcome.Kind) -> String {
    switch kind {
    case .report: "Report this code"
    case .included: "Part of a device"
    case .nothing: "No code to report"
    case .notInForce: "Not in force" + (day.map { " on \($0)" } ?? "")
    case .elsewhere: "Continues elsewhere"
    case .path: "The answers given"
    }
  }
}

extension Drawing.Node {
  /// The branches, merged if they have the same results and next question.
  var rows: [Drawing.Branch] {
    branches.reduce(into: []) { rows, branch in
      let same = rows.firstIndex {
        $0.outcomes == branch.outcomes && $0.next == branch.next && $0.omitted == branch.omitted
          && $0.emphasis == branch.emphasis && !$0.isGroup && !branch.isGroup
      }
      guard let same else { return rows.append(branch) }
      rows[same].answers += branch.answers
      rows[same].labels += branch.labels
    }
  }
}
