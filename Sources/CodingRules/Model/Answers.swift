/// Resolved facts: the id of an answer for each field.
///
/// A missing field is not a "no"; it is a question still to ask.
public struct Answers: Hashable, Sendable {
  private var ids = SortedTable<String>()

  /// Creates an empty set of answers.
  public init() {}

  /// Creates answers from answer ids by field.
  public init(_ ids: [String: String]) {
    for (field, id) in ids { self[field] = id }
  }

  /// The answer id for a field; nil if unknown.
  public subscript(field: String) -> String? {
    get { ids[field] }
    set { ids[field] = newValue }
  }

  /// The answered fields, sorted.
  package var fields: [String] { ids.keys }

  /// The answered fields with their answer ids, sorted by field.
  package var pairs: [(field: String, answer: String)] { ids.pairs.map { ($0.key, $0.value) } }

  /// Returns these answers, with the others filling in the fields missing here.
  package func completed(by others: Answers) -> Answers {
    var answers = self
    for (field, answer) in others.pairs where answers[field] == nil { answers[field] = answer }
    return answers
  }
}

extension Answers: ExpressibleByDictionaryLiteral {
  /// Creates answers from answer ids by field; the last one wins for a repeated field.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, id) in elements { self[field] = id }
  }
}

/// Answers as typed in flags, cells and keys: the text for each field.
///
/// `Topic.answers(for:)` resolves them to answers.
public struct Words: Hashable, Sendable {
  private var words = SortedTable<String>()

  /// Creates an empty set of words.
  public init() {}

  /// The text typed for a field; nil if none was.
  public subscript(field: String) -> String? {
    get { words[field] }
    set { words[field] = newValue }
  }

  /// The fields with the text typed for them, sorted by field.
  package var pairs: [(field: String, typed: String)] { words.pairs.map { ($0.key, $0.value) } }
}

extension Words: ExpressibleByDictionaryLiteral {
  /// Creates words from typed text by field; the last one wins for a repeated field.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, typed) in elements { self[field] = typed }
  }
}
