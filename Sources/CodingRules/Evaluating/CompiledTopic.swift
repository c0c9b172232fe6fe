public import StrictJSON

/// A topic made ready for many rows: words and walks that were met once are found again without making a string.
///
/// It only knows walks that end; for whatever it does not know, `Topic.answers(named:)` and `evaluate` decide.
public struct CompiledTopic: ~Copyable {
  /// How many fields can have words; of a field behind them none is known.
  public static let mostFields = 64
  /// The most answers in one row that the walk does not ask for.
  private static let mostExtras = 4

  /// The topic.
  public let topic: Topic
  /// The fields; words and the bits of `given` go by their places.
  public let fields: [String]

  @usableFromInline var words: MetWords
  private let fieldOfQuestion: [Int]
  private var nodes = PlainList<WalkNode>()
  /// By node: how the walk came there.
  private var walks: [[Step]] = []
  /// By node and answer: the next node, the outcome as its complement, or 0 where nobody went yet.
  private var children = PlainList<Int>()
  private var outcomes: [Outcome] = []
  /// By outcome: a bit for each field that the walk asks for.
  private var asked = PlainList<UInt64>()
  private var extras: [ExtraAnswers: Int] = [:]

  /// Compiles a topic.
  public init(_ topic: Topic) {
    self.topic = topic
    let fields = topic.fields
    self.fields = fields
    words = MetWords(topic, fields: fields.prefix(Self.mostFields))
    fieldOfQuestion = topic.questions.map { fields.firstIndex(of: $0.field) ?? 0 }
    addNode(question: 0, steps: [])
  }

  /// Whether no more words are kept.
  public var isFull: Bool { words.isFull }

  /// Starts anew, so that memory stays bounded; the numbers of words and outcomes hold no longer.
  public mutating func forget() {
    words.forget()
    nodes.keep(first: 0)
    children.keep(first: 0)
    asked.keep(first: 0)
    (walks, outcomes, extras) = ([], [], [:])
    addNode(question: 0, steps: [])
  }

  /// The end of the walk that an outcome stands for.
  public func conclusion(_ outcome: Int) -> Conclusion {
    let (steps, extras) = (outcomes[outcome].steps, outcomes[outcome].extras)
    var answers = Answers(extras)
    for step in steps { answers[step.question.field] = step.answer.id }
    return Conclusion(topic: topic, steps: steps, answers: answers)
  }

  /// The number of a word for a field by its place; negative when it is blank, nil when it was not met before.
  ///
  /// At least eight bytes behind the word must be readable.
  @inlinable @inline(__always)
  public func word(_ written: UnsafeBufferPointer<UInt8>, field: Int) -> Int? {
    words.numbers.number(of: written, in: field)
  }

  /// The number of a word that is met for the first time, also of one that means nothing; nil when it is not kept.
  ///
  /// - Parameter written: The word as rows have it, always alike for the same text.
  public mutating func meet(_ written: UnsafeBufferPointer<UInt8>, field: Int, text: String) -> Int? {
    words.meet(written, field: field, text)
  }

  /// The number of the outcome that words lead to, the same for the same answers.
  ///
  /// - Parameter given: The number of the word for each field, by the field's place; as many as `mostFields`.
  /// - Parameter fields: A bit for each field that has a word; the words of the others are not looked at.
  /// - Returns: Nil when an answer is missing, a word means nothing, or the case is too odd to be kept.
  public mutating func outcome(_ given: UnsafePointer<Int>, fields: UInt64) -> Int? {
    var node = 0
    while true {
      let (field, question, firstChild) = (nodes[node].field, nodes[node].question, nodes[node].firstChild)
      guard field < Self.mostFields, fields & (1 &<< UInt64(field)) != 0 else { return nil }
      let answer = words.answer(given[field], to: question)
      guard answer >= 0 else { return nil }
      let child = children[firstChild &+ answer]
      if child > 0 {
        node = child
      } else if child < 0 {
        let rest = fields & ~asked[~child]
        return rest == 0 ? ~child : extended(~child, by: rest, given)
      } else {
        follow(node, answer)
      }
    }
  }

  // MARK: Walks

  private mutating func addNode(question: Int, steps: [Step]) {
    nodes.append(WalkNode(question: question, field: fieldOfQuestion[question], firstChild: children.count))
    walks.append(steps)
    for _ in topic.questions[question].answers { children.append(0) }
  }

  /// Adds the node or the outcome that an answer leads to.
  @inline(never)
  private mutating func follow(_ node: Int, _ place: Int) {
    let question = topic.questions[nodes[node].question]
    let steps = walks[node] + [Step(question: question, answer: question.answers[place])]
    let child = nodes[node].firstChild + place
    if let next = question.answers[place].next {
      children[child] = nodes.count
      addNode(question: next, steps: steps)
    } else {
      children[child] = ~outcomes.count
      let walk = Set(steps.map(\.question.field))
      asked.append(fields.indices.reduce(0) { walk.contains(fields[$1]) ? $0 | 1 << UInt64($1) : $0 })
      outcomes.append(Outcome(steps: steps, extras: [:]))
    }
  }

  /// The outcome together with answers that its walk does not ask for.
  @inline(never)
  private mutating func extended(_ outcome: Int, by rest: UInt64, _ given: UnsafePointer<Int>) -> Int? {
    guard rest.nonzeroBitCount <= Self.mostExtras else { return nil }
    var key = ExtraAnswers(outcome: outcome, fields: rest, answers: 0)
    var left = rest
    while left != 0 {
      let answer = words.answer(given[left.trailingZeroBitCount])
      guard answer >= 0 else { return nil }
      left &= left &- 1
      key.answers = key.answers &<< 16 | UInt64(answer)
    }
    return extras[key] ?? keep(key)
  }

  private mutating func keep(_ key: ExtraAnswers) -> Int {
    var extra: [String: String] = [:]
    var answers = key.answers
    for field in fields.indices.reversed() where key.fields & 1 << UInt64(field) != 0 {
      extra[fields[field]] = topic.answers(to: fields[field])[Int(answers & 0xFFFF)].id
      answers >>= 16
    }
    extras[key] = outcomes.count
    asked.append(asked[key.outcome])
    outcomes.append(Outcome(steps: outcomes[key.outcome].steps, extras: extra))
    return outcomes.count - 1
  }
}

/// The place of a walk: the question that is open.
struct WalkNode: BitwiseCopyable {
  let question: Int
  let field: Int
  let firstChild: Int
}

/// The end of a walk, with the answers that it did not ask for.
private struct Outcome {
  let steps: [Step]
  let extras: [String: String]
}

private struct ExtraAnswers: Hashable {
  let outcome: Int
  let fields: UInt64
  var answers: UInt64
}
