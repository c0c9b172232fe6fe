/// A topic's tree as it is drawn: each question once, numbered in the order in which a reader meets it.
///
/// It holds no date: what is earned only within certain dates of service says so.
package struct Drawing: Sendable {
  /// A question and what its answers lead to.
  struct Node: Sendable {
    /// Its number in the drawing, from 1.
    let number: Int
    let question: Question
    var branches: [Branch]
    /// Whether the path meets it.
    let isLit: Bool
  }

  /// An answer, what it earns, and where it leads.
  struct Branch: Sendable {
    let answer: Answer
    let gains: [Gain]
    /// The number of the next question; nil where the path ends.
    let next: Int?
    /// Whether the next question is met here first, and so is drawn below this branch.
    let isFirstWay: Bool
    /// Whether the path takes it.
    let isLit: Bool
  }

  /// The topic's id.
  let id: String
  /// What the topic is about.
  let title: String
  /// What the rules are not, in one line.
  let edition: Edition
  /// The questions; the first has the number 1.
  let nodes: [Node]

  /// The question with a number.
  func node(_ number: Int) -> Node { nodes[number - 1] }

  /// The topic and the edition, on one line.
  var heading: String { "\(title) (\(id)). \(rules)" }

  /// The edition and the version of the rules.
  var rules: String { "\(edition.title), rules \(edition.version)." }
}

extension RuleBook {
  /// The tree of a topic.
  ///
  /// - Parameter answers: The path to be lit, as far as it goes.
  package func drawing(of topic: Topic, lit answers: Answers = [:]) -> Drawing {
    var builder = DrawingBuilder(topic: topic, answers: answers)
    _ = builder.visit(0)
    return Drawing(id: topic.id, title: topic.title, edition: edition, nodes: builder.nodes)
  }
}

/// Numbers the questions of a topic in the order of a drawing, each below the branch that meets it first.
private struct DrawingBuilder {
  let topic: Topic
  /// The places of the questions that the path meets.
  let lit: Set<Int>
  let answers: Answers
  var nodes: [Drawing.Node] = []
  private var numbers: [Int: Int] = [:]

  init(topic: Topic, answers: Answers) {
    self.topic = topic
    self.answers = answers
    var lit: Set<Int> = []
    var place = answers.fields.isEmpty ? nil : 0
    while let current = place {
      lit.insert(current)
      let question = topic.questions[current]
      place = question.answers.first { $0.id == answers[question.field] }?.next
    }
    self.lit = lit
  }

  /// The number of the question at a place, and whether it is met for the first time.
  mutating func visit(_ place: Int) -> (number: Int, isNew: Bool) {
    if let number = numbers[place] { return (number, false) }
    let number = nodes.count + 1
    let question = topic.questions[place]
    numbers[place] = number
    nodes.append(Drawing.Node(number: number, question: question, branches: [], isLit: lit.contains(place)))
    for answer in question.answers {
      let next = answer.next.map { visit($0) }
      nodes[number - 1].branches.append(
        Drawing.Branch(
          answer: answer, gains: answer.gains, next: next?.number, isFirstWay: next?.isNew ?? false,
          isLit: lit.contains(place) && answers[question.field] == answer.id))
    }
    return (number, true)
  }
}
