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

  /// These answers, completed by others for the fields that have none here.
  package func completed(by others: Answers) -> Answers {
    var answers = self
    for field in others.fields where answers[field] == nil { answers[field] = others[field] }
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

  /// The fields that have words, sorted.
  package var fields: [String] { words.keys }
}

extension Words: ExpressibleByDictionaryLiteral {
  /// Creates words from typed text by field; the last one wins for a repeated field.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, typed) in elements { self[field] = typed }
  }
}
