/// A topic's tree as it is drawn: each question once, numbered in the order a reader meets it.
///
/// A question that is asked in several places with the same answers and results is drawn as one.
package struct Drawing: Sendable {
  /// How much of a topic is drawn, and for which day.
  package struct Detail: Sendable {
    /// The date of service; nil for all dates, each named where it matters.
    package var day: CalendarDay?
    /// How many questions deep; nil for all.
    package var depth: Int?
    /// Whether every device and the questions of other topics are drawn too.
    package var isExpanded: Bool

    /// Creates a detail: all dates, all questions of the topic, devices as one group.
    package init(day: CalendarDay? = nil, depth: Int? = nil, isExpanded: Bool = false) {
      self.day = day
      self.depth = depth
      self.isExpanded = isExpanded
    }
  }

  /// How much a part of the drawing catches the eye.
  enum Emphasis: Hashable, Sendable {
    /// No path is highlighted, or it has come to this question.
    case plain
    /// The path goes here.
    case lit
    /// The path goes elsewhere.
    case dimmed
  }

  /// A question and what its answers lead to.
  struct Node: Sendable {
    /// Its number in the drawing, from 1.
    let number: Int
    let question: Question
    var branches: [Branch]
    let emphasis: Emphasis
  }

  /// Answers that lead to the same, and where.
  struct Branch: Sendable {
    /// At least one.
    var answers: [Answer]
    /// The answers as people read them, or one label for all of them.
    var labels: [String]
    /// Whether one label represents all answers.
    var isGroup = false
    var outcomes: [Outcome]
    /// The number of the next question; nil where the path ends.
    let next: Int?
    /// The question from which on the drawing leaves questions out; nil where it does not.
    let omitted: Int?
    /// Whether this branch is the first to lead to the next question, and so has it drawn below.
    let isFirstWay: Bool
    let emphasis: Emphasis
  }

  /// The topic's id.
  let id: String
  /// What the topic is about.
  let title: String
  /// What the rules are not, in one line.
  let edition: Edition
  /// The date of service; nil for all dates.
  let day: CalendarDay?
  /// The questions; the first has the number 1.
  let nodes: [Node]

  /// The question with a number.
  func node(_ number: Int) -> Node { nodes[number - 1] }

  /// The topic and the edition, on one line.
  var heading: String { "\(title) (\(id)). \(rules)" }

  /// The edition, the version of the rules and the date of service if one was given.
  var rules: String {
    let date = day.map { ", date of service \($0)" } ?? ""
    return "\(edition.title), rules \(edition.version)\(date)."
  }

  /// Whether a path is highlighted.
  var hasPath: Bool { nodes.contains { $0.emphasis == .lit } }

  /// What a legend names, in a fixed order.
  var kinds: [Outcome.Kind] {
    let used = Set(
      nodes.flatMap(\.branches).flatMap(\.outcomes).map(\.kind) + (hasPath ? [.path] : []))
    return Outcome.Kind.allCases.filter(used.contains)
  }

  /// All questions, answers and results as sentences, for readers who do not see the drawing.
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

  /// Whether devices, questions or other topics are left out.
  var isCollapsed: Bool {
    kinds.contains(.elsewhere) || nodes.contains { $0.branches.contains(where: \.isGroup) }
  }

  /// What a kind of result means, for the legend.
  func meaning(of kind: Outcome.Kind) -> String {
    switch kind {
    case .report: "Report this code"
    case .included: "Part of a device"
    case .nothing: "No code to report"
    case .notInForce: ["Not in force", day.map { "on \($0)" }].compactMap(\.self).joined(by: " ")
    case .elsewhere: "Continues elsewhere"
    case .path: "The answers given"
    }
  }
}

extension Drawing.Node {
  /// The branches, those with the same result and the same way on as one.
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
