import StrictJSON

/// A topic made ready for many rows: words and walks that were met once are found again without making a string.
///
/// It only knows walks that end; for whatever it does not know, `Topic.answers(named:)` and `evaluate` decide.
public struct CompiledTopic: ~Copyable {
  /// The most fields that a compiled topic can have.
  public static let mostFields = 64
  /// The most answers in one row that the walk does not ask for.
  private static let mostExtras = 4
  /// The most words that are kept.
  private static let mostWords = 1 << 14

  /// The topic.
  public let topic: Topic
  /// The fields; words and the bits of `given` go by their places.
  public let fields: [String]

  /// The words that were met: in the scope of a question, and of a field behind all questions.
  private var words = NameTable()
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

  /// Compiles a topic; nil when it has too many fields.
  public init?(_ topic: Topic) {
    let fields = topic.fields
    guard fields.count <= Self.mostFields, !topic.questions.isEmpty else { return nil }
    self.topic = topic
    self.fields = fields
    fieldOfQuestion = topic.questions.map { fields.firstIndex(of: $0.field) ?? 0 }
    addNode(question: 0, steps: [])
  }

  /// Starts anew, so that memory stays bounded; the numbers of outcomes hold no longer.
  public mutating func forgetOutcomes() {
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

  /// The number of the outcome that words lead to, the same for the same answers.
  ///
  /// - Parameter given: The word for each field, by the field's place.
  /// - Parameter fields: A bit for each field that has a word; the words of the others are not looked at.
  /// - Returns: Nil when an answer is missing, a word is not known, or the case is too odd to be kept.
  public mutating func outcome(_ given: UnsafePointer<UnsafeBufferPointer<UInt8>>, fields: UInt64) -> Int? {
    var node = 0
    while true {
      let (field, question, firstChild) = (nodes[node].field, nodes[node].question, nodes[node].firstChild)
      guard fields & (1 &<< UInt64(field)) != 0 else { return nil }
      guard
        let answer = words.number(of: given[field], in: question) ?? resolve(given[field], question: question)
      else { return nil }
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
  private mutating func extended(
    _ outcome: Int, by rest: UInt64, _ given: UnsafePointer<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    guard rest.nonzeroBitCount <= Self.mostExtras else { return nil }
    var key = ExtraAnswers(outcome: outcome, fields: rest, answers: 0)
    var left = rest
    while left != 0 {
      let field = left.trailingZeroBitCount
      left &= left &- 1
      let scope = topic.questions.count &+ field
      guard let answer = words.number(of: given[field], in: scope) ?? resolve(given[field], field: field),
        answer < 1 << 16
      else { return nil }
      key.answers = key.answers &<< 16 | UInt64(answer)
    }
    return extras[key] ?? keep(key)
  }

  private mutating func keep(_ key: ExtraAnswers) -> Int {
    var extra: [String: String] = [:]
    var answers = key.answers
    for field in fields.indices.reversed() where key.fields & 1 << UInt64(field) != 0 {
      extra[fields[field]] = self.answers(ofField: field)[Int(answers & 0xFFFF)].id
      answers >>= 16
    }
    extras[key] = outcomes.count
    asked.append(asked[key.outcome])
    outcomes.append(Outcome(steps: outcomes[key.outcome].steps, extras: extra))
    return outcomes.count - 1
  }

  // MARK: Words

  /// The place of the answer to a question that a word means, which is kept; nil when it means none.
  @inline(never)
  private mutating func resolve(_ word: UnsafeBufferPointer<UInt8>, question: Int) -> Int? {
    let answers = topic.questions[question].answers
    let answer = topic.questions[question].answer(named: String(decoding: word, as: UTF8.self))
    let place = answer.flatMap { answer in answers.firstIndex { $0.id == answer.id } }
    if let place, words.count < Self.mostWords { words.add(word, in: question, number: place) }
    return place
  }

  /// The same for a field that the walk does not ask for, among the answers of all its questions.
  private mutating func resolve(_ word: UnsafeBufferPointer<UInt8>, field: Int) -> Int? {
    let text = String(decoding: word, as: UTF8.self)
    let questions = topic.questions.filter { $0.field == fields[field] }
    let answer = questions.lazy.compactMap { $0.answer(named: text) }.first
    let place = answer.flatMap { answer in answers(ofField: field).firstIndex { $0.id == answer.id } }
    if let place, words.count < Self.mostWords {
      words.add(word, in: topic.questions.count + field, number: place)
    }
    return place
  }

  private func answers(ofField field: Int) -> [Answer] {
    topic.questions.filter { $0.field == fields[field] }.flatMap(\.answers)
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
