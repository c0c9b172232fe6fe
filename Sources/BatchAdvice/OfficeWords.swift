import CodingRules
import Synchronization

/// Answers in the words of an office, where they are not the names that the rules have.
final class OfficeWords: Sendable {
  /// By question: what its answers are called.
  private let madeNames = Mutex<[String: [String: Int]]>([:])
  /// The reader of the book's sentences.
  let reader: SentenceReader

  init(_ book: RuleBook) { reader = book.sentenceReader }

  /// The answer that words can only mean; nil when they mean none, or could mean several.
  func answer(to question: Question, _ words: String) -> Answer? {
    named(words, of: question) ?? (words.contains(" ") ? read(words, question) : nil)
  }

  /// The answer that words name, as offices spell it.
  func named(_ words: String, of question: Question) -> Answer? {
    let key = nameKey(words)
    if let usual = Self.yesAndNo[key] { return question.answer(named: usual) }
    guard let index = names(of: question)[key.withoutPlurals], index >= 0 else { return nil }
    return question.answers[index]
  }

  /// What exports write for yes and no.
  private static let yesAndNo = ["y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"]

  /// How much of an id must be there, in bytes, for the rest to be forgiven.
  private static let minBeginning = 4

  /// The names of a question's answers and the beginnings of their ids, without plurals; negative where several have one.
  private func names(of question: Question) -> [String: Int] {
    madeNames.withLock { made in
      let id = question.topic + "." + question.id
      if let names = made[id] { return names }
      var names: [String: Int] = [:]
      for (index, answer) in question.answers.enumerated() {
        for name in answer.names.map({ nameKey($0).withoutPlurals }) + Self.beginnings(of: answer) {
          names[name] = names[name, default: index] == index ? index : -1
        }
      }
      made[id] = names
      return names
    }
  }

  /// The words that an id begins with, some of its words but not all.
  private static func beginnings(of answer: Answer) -> [String] {
    let key = nameKey(answer.id)
    let ends = key.indices.filter { key[$0] == " " }
    return ends.map { String(key[..<$0]).withoutPlurals }.filter { $0.utf8.count >= minBeginning }
  }

  /// What a phrase states; nil when that is nothing, or leaves something open.
  private func read(_ phrase: String, _ question: Question) -> Answer? {
    let reading = reader.read(phrase)
    let stated = reading.facts + reading.services.filter { $0.topic == question.topic }.flatMap(\.stated)
    guard reading.ambiguities.isEmpty, reading.services.count <= 1,
      let own = stated.first(where: { $0.field == question.field })
    else { return nil }
    return question.answer(id: own.answer)
  }
}

extension String {
  /// A name's words without the endings of the plural.
  fileprivate var withoutPlurals: String {
    guard utf8.contains(UInt8(ascii: "s")) else { return self }
    return split(separator: " ").map { word in
      let isPlural = word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss")
      return String(isPlural ? word.dropLast() : word)
    }.joined(separator: " ")
  }
}
