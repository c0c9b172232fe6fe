import StrictJSON
import TestSupport
import Testing

@testable import CodingRules

/// Properties of any answers and any sentence.
struct AnswerPropertyTests {
  static let book = RuleBook.standard

  /// Returns a random path of a topic.
  static func path(_ topic: Topic, _ random: inout SeededGenerator) -> [Step] {
    topic.path { question, _ in question.answers.randomElement(using: &random) }.steps
  }

  static func advice(_ topic: Topic, _ pairs: [(String, String)], on day: CalendarDay) throws -> (
    Conclusion, String
  ) {
    var answers = Answers()
    for (field, answer) in pairs { answers[field] = answer }
    guard case .advises(let conclusion) = topic.evaluate(answers) else { throw CancellationError() }
    let advice = conclusion.advice(on: day, by: book)
    let json = String(decoding: advice.json.bytes(.compact), as: UTF8.self)
    return (conclusion, json.replacing(/"unused":\[[^\]]*\]/, with: ""))
  }

  /// The order of answers, and answers to unasked questions, change only the warnings.
  @Test(arguments: book.topics.map(\.id)) func orderAndMoreAnswersChangeNothing(_ id: String) throws {
    let topic = try #require(Self.book.topic(id))
    var random = SeededGenerator(seed: 15)
    for _ in 0..<12 {
      let day = try #require(CalendarDay(daysSince1970: Int.random(in: 18_000...20_800, using: &random)))
      let pairs = Self.path(topic, &random).map { ($0.question.field, $0.answer.id) }
      let (conclusion, json) = try Self.advice(topic, pairs, on: day)
      #expect(conclusion.unused.isEmpty)
      #expect(try Self.advice(topic, pairs, on: day).1 == json)
      #expect(try Self.advice(topic, pairs.shuffled(using: &random), on: day).1 == json)
      let asked = Set(pairs.map(\.0))
      let more = topic.questions.filter { !asked.contains($0.field) }.uniqued(by: \.field)
        .map { ($0.field, $0.answers[0].id) }
      let (other, with) = try Self.advice(topic, (pairs + more).shuffled(using: &random), on: day)
      #expect(Set(other.unused.map(\.field)) == Set(more.map(\.0)))
      #expect(other.steps == conclusion.steps)
      #expect(with == json)
    }
  }

  /// The words of a stated answer are in the sentence, and reading is deterministic.
  @Test func statedWordsAreInTheSentence() {
    let reader = Self.book.sentenceReader
    for (index, sentence) in Self.book.sentences.enumerated() where index % 6 == 0 {
      let reading = reader.read(sentence.text)
      for stated in reading.facts + reading.services.flatMap(\.stated) {
        #expect(!stated.words.isEmpty && sentence.text.utf8.contains(stated.words.utf8), "\(sentence.text)")
      }
      #expect(reader.read(sentence.text) == reading)
    }
  }

  /// Unknown words state nothing in any context.
  @Test func unknownWordsStateNothing() {
    let reader = Self.book.sentenceReader
    var random = SeededGenerator(seed: 16)
    let words = [
      "qzx", "wvvk", "jjxq", "12", "#3", "the", "and", "for", ",", ";", ".", "é🦷", "(", ")", "—", "w/",
    ]
    for _ in 0..<400 {
      let count = Int.random(in: 0...14, using: &random)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
      let reading = reader.read(text)
      #expect(reading.isEmpty, "\(text)")
    }
  }

  /// An unknown word between sentences adds no answers.
  @Test func unknownSentencesAddNothing() {
    let reader = Self.book.sentenceReader
    for (index, sentence) in Self.book.sentences.enumerated() where index % 9 == 0 {
      let reading = reader.read(sentence.text)
      let more = reader.read(sentence.text + ". qzx wvvk jjxq.")
      #expect(more.services.map(\.answers) == reading.services.map(\.answers), "\(sentence.text)")
      #expect(more.factAnswers == reading.factAnswers, "\(sentence.text)")
    }
  }
}

extension String.UTF8View {
  fileprivate func contains(_ part: String.UTF8View) -> Bool {
    let (whole, part) = (Array(self), Array(part))
    return whole.indices.contains { whole[$0...].starts(with: part) }
  }
}
