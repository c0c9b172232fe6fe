/// Resolved facts: for a field, the id of an answer.
///
/// Absent is not "no": a field without an answer is asked.
public struct Answers: Hashable, Sendable {
  private var ids = SortedTable<String>()

  /// Creates answers to no field.
  public init() {}

  /// Creates answers from fields and answer ids.
  public init(_ ids: [String: String]) {
    for (field, id) in ids { self[field] = id }
  }

  /// The answer id of a field; nil when it is not known.
  public subscript(field: String) -> String? {
    get { ids[field] }
    set { ids[field] = newValue }
  }

  /// The fields that have an answer, sorted.
  package var fields: [String] { ids.keys }

  /// These answers, completed by others for the fields that have none here.
  package func completed(by others: Answers) -> Answers {
    var answers = self
    for field in others.fields where answers[field] == nil { answers[field] = others[field] }
    return answers
  }
}

extension Answers: ExpressibleByDictionaryLiteral {
  /// Creates answers from fields and answer ids; of a repeated field the last counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, id) in elements { self[field] = id }
  }
}

/// Words as people give them in flags, cells and keys: for a field, what was typed.
///
/// `Topic.answers(for:)` turns words into answers.
public struct Words: Hashable, Sendable {
  private var words = SortedTable<String>()

  /// Creates words for no field.
  public init() {}

  /// What was typed for a field; nil when nothing was.
  public subscript(field: String) -> String? {
    get { words[field] }
    set { words[field] = newValue }
  }

  /// The fields that have words, sorted.
  package var fields: [String] { words.keys }
}

extension Words: ExpressibleByDictionaryLiteral {
  /// Creates words from fields and what was typed; of a repeated field the last counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, typed) in elements { self[field] = typed }
  }
}
