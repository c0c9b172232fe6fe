/// The facts known so far: for a field, the id of an answer.
///
/// Absent is not "no": a field without an answer is asked.
public struct Answers: Hashable, Sendable {
  private var answers = ByName<String>()

  /// Creates answers to no field.
  public init() {}

  /// Creates answers from fields and answer ids.
  public init(_ answers: [String: String]) {
    for (field, answer) in answers { self[field] = answer }
  }

  /// The answer id of a field; nil when it is not known.
  public subscript(field: String) -> String? {
    get { answers[field] }
    set {
      if let newValue { answers.set(newValue, for: field) } else { answers.remove(field) }
    }
  }

  /// These answers, and others for the fields that have none here.
  public func completed(by others: Answers) -> Answers {
    var answers = self
    for field in others.fields where answers[field] == nil { answers[field] = others[field] }
    return answers
  }

  /// The fields that have an answer, sorted.
  public var fields: [String] { answers.names }
}

extension Answers: ExpressibleByDictionaryLiteral {
  /// Creates answers from fields and answer ids; of a repeated field the last counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (field, answer) in elements { self[field] = answer }
  }
}
