public import StrictJSON

/// The words that rows had for the fields of a topic, and what each means to every question.
@usableFromInline struct MetWords: ~Copyable {
  /// The number of all words that say nothing.
  private static let blank = -1
  /// The most words that are kept.
  private static let most = 1 << 11
  /// The longest word that is kept, in bytes.
  private static let longest = 256

  private let topic: Topic
  private let fields: ArraySlice<String>
  /// The numbers of words, in the scope of their fields.
  @usableFromInline var numbers = NameTable()
  /// By word: the place of its answer among those of each question, negative for none; then among all of its field.
  private var answers = PlainList<Int32>()
  /// How many places a word has.
  private let width: Int

  init(_ topic: Topic, fields: ArraySlice<String>) {
    (self.topic, self.fields) = (topic, fields)
    width = topic.questions.count + 1
  }

  /// The place of a word's answer among those of a question; negative for none.
  @inline(__always)
  func answer(_ word: Int, to question: Int) -> Int { Int(answers[word &* width &+ question]) }

  /// The place of a word's answer among all answers of its field; negative for none.
  func answer(_ word: Int) -> Int { Int(answers[word * width + width - 1]) }

  /// Whether no more words are kept.
  var isFull: Bool { numbers.count >= Self.most }

  /// Keeps a word, whatever it means; its number, or nil when it is too long or there is no room.
  mutating func meet(_ written: UnsafeBufferPointer<UInt8>, field: Int, _ word: String) -> Int? {
    guard fields.indices.contains(field), written.count <= Self.longest, !isFull else { return nil }
    if word.allSatisfy(\.isWhitespace) {
      numbers.add(written, in: field, number: Self.blank)
      return Self.blank
    }
    let named = topic.questions.map { question in
      question.field == fields[field] ? question.answer(named: word)?.id : nil
    }
    let any = named.lazy.compactMap(\.self).first
    let lists = topic.questions.map(\.answers) + [topic.answers(to: fields[field])]
    for (list, id) in zip(lists, named + [any]) {
      answers.append(Int32(list.firstIndex { $0.id == id } ?? -1))
    }
    let number = answers.count / width - 1
    numbers.add(written, in: field, number: number)
    return number
  }
}

extension MetWords {
  /// Forgets all words.
  mutating func forget() { self = MetWords(topic, fields: fields) }
}

extension Topic {
  /// All answers to the questions of a field.
  func answers(to field: String) -> [Answer] {
    questions.filter { $0.field == field }.flatMap(\.answers)
  }
}
