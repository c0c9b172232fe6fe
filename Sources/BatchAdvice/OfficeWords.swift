import CodingRules
import Synchronization

/// Recognizes answers in an office's own words, where they differ from the names in the rules.
final class OfficeWords: Sendable {
  /// The answer names of each question, cached.
  private let cachedNames = Mutex<[String: [String: Int]]>([:])
  /// The sentence reader of the book.
  let reader: SentenceReader

  init(_ book: RuleBook) { reader = book.sentenceReader }

  /// The only answer that a text can mean; nil if there is none or several.
  func answer(to question: Question, _ words: String) -> Answer? {
    named(words, of: question) ?? (words.contains(" ") ? read(words, question) : nil)
  }

  /// The answer with a name, as offices spell it.
  func named(_ words: String, of question: Question) -> Answer? {
    let key = nameKey(words)
    if let canonical = Self.yesAndNo[key] { return question.answer(named: canonical) }
    guard let index = names(of: question)[key.withoutPlurals], index >= 0 else { return nil }
    return question.answers[index]
  }

  /// The spellings of yes and no in exports.
  private static let yesAndNo = ["y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"]

  /// The minimum length of an id prefix that is accepted for the id, in bytes.
  private static let minPrefix = 4

  /// A question's answer indices by name and id prefix, without plurals; negative if ambiguous.
  private func names(of question: Question) -> [String: Int] {
    cachedNames.withLock { cache in
      let id = question.topic + "." + question.id
      if let names = cache[id] { return names }
      var names: [String: Int] = [:]
      for (index, answer) in question.answers.enumerated() {
        for name in answer.names.map({ nameKey($0).withoutPlurals }) + Self.prefixes(of: answer) {
          names[name] = names[name, default: index] == index ? index : -1
        }
      }
      cache[id] = names
      return names
    }
  }

  /// The proper prefixes of an id, in whole words.
  private static func prefixes(of answer: Answer) -> [String] {
    let key = nameKey(answer.id)
    let ends = key.indices.filter { key[$0] == " " }
    return ends.map { String(key[..<$0]).withoutPlurals }.filter { $0.utf8.count >= minPrefix }
  }

  /// The answer that a phrase states; nil if it states none or is ambiguous.
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
  /// The words of a name without plural endings.
  fileprivate var withoutPlurals: String {
    let (s, space) = (UInt8(ascii: "s"), UInt8(ascii: " "))
    let bytes = Array(utf8)
    guard bytes.contains(s) else { return self }
    var (kept, start): ([UInt8], Int) = ([], 0)
    for (index, byte) in bytes.enumerated() {
      let isLast = index + 1 == bytes.count || bytes[index + 1] == space
      if byte == s, isLast, index - start >= 3, bytes[index - 1] != s { continue }
      if byte == space { start = index + 1 }
      kept.append(byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
