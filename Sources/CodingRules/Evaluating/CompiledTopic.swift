import StrictJSON

/// A topic made ready for many rows: words and walks that were met once are found again without making a string.
///
/// It only knows walks that end; for whatever it does not know, `Topic.answers(named:)` and `evaluate` decide.
public struct CompiledTopic: Sendable {
  /// The most fields that a compiled topic can have.
  public static let mostFields = 64
  /// The most answers of a field that a walk did not ask for, in one row.
  private static let mostExtras = 4

  /// The topic.
  public let topic: Topic
  /// The fields; words and the bits of `given` go by their places.
  public let fields: [String]
  /// How many outcomes are kept.
  public var outcomeCount: Int { outcomes.count }

  private var questionWords: [WordTable]
  private var fieldWords: [WordTable]
  private let fieldOfQuestion: [Int]
  private var nodes: [Node] = []
  private var outcomes: [Outcome] = []
  private var extras: [ExtraAnswers: Int] = [:]

  /// Compiles a topic; nil when it has too many fields.
  public init?(_ topic: Topic) {
    fields = topic.fields
    guard fields.count <= Self.mostFields else { return nil }
    self.topic = topic
    let places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1, $0) })
    fieldOfQuestion = topic.questions.map { places[$0.field] ?? 0 }
    questionWords = topic.questions.map { WordTable([$0]) }
    fieldWords = fields.map { field in WordTable(topic.questions.filter { $0.field == field }) }
    forgetOutcomes()
  }

  /// Starts anew, so that memory stays bounded; the numbers of outcomes hold no longer.
  public mutating func forgetOutcomes() {
    nodes = [
      Node(question: 0, field: fieldOfQuestion[0], answers: topic.questions[0].answers.count, steps: [])
    ]
    outcomes = []
    extras = [:]
  }

  /// The end of the walk that an outcome stands for.
  public func conclusion(_ outcome: Int) -> Conclusion {
    let steps = outcomes[outcome].steps
    var answers = Answers()
    for step in steps { answers[step.question.field] = step.answer.id }
    for (field, answer) in outcomes[outcome].extras { answers[fields[field]] = answer }
    return Conclusion(topic: topic, steps: steps, answers: answers)
  }

  /// The number of the outcome that words lead to, the same for the same answers.
  ///
  /// - Parameter words: The word for each field, by the field's place.
  /// - Parameter given: A bit for each field that has a word; the words of the others are not looked at.
  /// - Returns: Nil when an answer is missing, a word is not known, or the case is too odd to be kept.
  public mutating func outcome(
    _ words: UnsafePointer<UnsafeBufferPointer<UInt8>>, given: UInt64
  ) -> Int? {
    var node = 0
    while true {
      let field = nodes[node].field
      guard given & (1 &<< UInt64(field)) != 0,
        let answer = questionWords[nodes[node].question].number(of: words[field])
      else { return nil }
      let child = nodes[node].children[answer]
      if child > 0 {
        node = child
      } else {
        let outcome = child < 0 ? ~child : follow(node, answer)
        guard let outcome else { continue }
        let rest = given & ~outcomes[outcome].asked
        return rest == 0 ? outcome : extended(outcome, by: rest, words)
      }
    }
  }

  /// Adds the walk's next node, or its outcome, which alone is returned.
  private mutating func follow(_ node: Int, _ answer: Int) -> Int? {
    let question = topic.questions[nodes[node].question]
    let steps = nodes[node].steps + [Step(question: question, answer: question.answers[answer])]
    guard let next = question.answers[answer].next else {
      nodes[node].children[answer] = ~outcomes.count
      let asked = steps.reduce(into: UInt64(0)) { mask, step in
        if let field = fields.firstIndex(of: step.question.field) { mask |= 1 << UInt64(field) }
      }
      outcomes.append(Outcome(steps: steps, extras: [], asked: asked))
      return outcomes.count - 1
    }
    nodes[node].children[answer] = nodes.count
    nodes.append(
      Node(
        question: next, field: fieldOfQuestion[next], answers: topic.questions[next].answers.count,
        steps: steps))
    return nil
  }

  /// The outcome together with answers that its walk does not ask for.
  private mutating func extended(
    _ outcome: Int, by rest: UInt64, _ words: UnsafePointer<UnsafeBufferPointer<UInt8>>
  ) -> Int? {
    guard rest.nonzeroBitCount <= Self.mostExtras else { return nil }
    var key = ExtraAnswers(outcome: outcome, fields: rest, answers: 0)
    var left = rest
    while left != 0 {
      let field = left.trailingZeroBitCount
      left &= left - 1
      guard let answer = fieldWords[field].number(of: words[field]), answer < 1 << 16 else { return nil }
      key.answers = key.answers << 16 | UInt64(answer)
    }
    if let known = extras[key] { return known }
    let fields = (0..<fields.count).filter { rest & 1 << UInt64($0) != 0 }
    let answers = fields.compactMap { field in
      fieldWords[field].number(of: words[field]).map { (field, fieldWords[field].answers[$0]) }
    }
    outcomes.append(
      Outcome(steps: outcomes[outcome].steps, extras: answers, asked: outcomes[outcome].asked))
    extras[key] = outcomes.count - 1
    return outcomes.count - 1
  }
}

/// The place of a walk: the question that is open.
private struct Node {
  let question: Int
  let field: Int
  /// By answer: the next node, the outcome as its complement, or 0 where nobody went yet.
  var children: [Int]
  /// How the walk came here.
  let steps: [Step]

  init(question: Int, field: Int, answers: Int, steps: [Step]) {
    (self.question, self.field, self.steps) = (question, field, steps)
    children = [Int](repeating: 0, count: answers)
  }
}

/// The end of a walk, with the answers that it did not ask for.
private struct Outcome {
  let steps: [Step]
  let extras: [(field: Int, answer: String)]
  /// A bit for each field that the walk asks for.
  let asked: UInt64
}

private struct ExtraAnswers: Hashable {
  let outcome: Int
  let fields: UInt64
  var answers: UInt64
}

/// The words that were met for the questions of a field, and the places of the answers that they mean.
private struct WordTable {
  /// How many words are kept.
  private static let mostWords = 1024

  /// The answers' ids, in order.
  let answers: [String]
  private let questions: [Question]
  private var words = NameTable()

  init(_ questions: [Question]) {
    self.questions = questions
    answers = questions.flatMap { $0.answers.map(\.id) }
  }

  /// The place of the answer that a word means; nil when none does.
  @inline(__always)
  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    words.number(of: word) ?? resolve(word)
  }

  private mutating func resolve(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    let text = String(decoding: word, as: UTF8.self)
    guard let answer = questions.lazy.compactMap({ $0.answer(named: text) }).first,
      let place = answers.firstIndex(of: answer.id)
    else { return nil }
    if words.count < Self.mostWords { words.add(word, number: place) }
    return place
  }
}
