/// What a book defines once and uses by id.
enum SharedKind: Int, CaseIterable {
  case question, answer, statement, dissent

  /// What a message calls an entry.
  var name: String {
    switch self {
    case .question: "shared question"
    case .answer: "shared answer"
    case .statement: "shared statement"
    case .dissent: "shared dissent"
    }
  }

  /// The key of its list in `shared.json`.
  var key: StaticString {
    switch self {
    case .question: "questions"
    case .answer: "answers"
    case .statement: "statements"
    case .dissent: "dissent"
    }
  }

  /// The keys that its entries may have.
  var keys: [String] {
    switch self {
    case .question: TopicReader.questionKeys
    case .answer: AnswerReader.keys
    case .statement: ["id", "kind", "say", "sources", "derived", "asOf", "confirmed"]
    case .dissent: ["id", "about", "ours", "other"]
    }
  }
}

/// The entries of `shared.json`, each read when it is first used.
final class SharedEntries {
  /// By the raw value of their kind.
  private let entries: [Entries]

  init(_ files: RuleFiles, log: FindingLog) {
    let kinds = SharedKind.allCases
    let file = files.document("shared.json", log: log)?.object(kinds.map { "\($0.key)" })
    entries = kinds.map { Entries(file?.optional($0.key), kind: $0.name, idKey: "id") }
  }

  /// The entry that a `use` names, its keys checked; nil, and reported, when there is none.
  func entry(_ kind: SharedKind, named name: Written) -> Written? {
    entries[kind.rawValue].entry(named: name)?.object(kind.keys).written
  }

  /// The entries that nothing uses.
  var unnamed: [Finding] { entries.flatMap(\.unnamed) }
}

extension Definitions {
  /// An object with these keys, or one that uses a shared entry and adds to it.
  ///
  /// - Parameter question: The shared question whose answers may be used before those shared by themselves.
  func object(
    _ written: Written, _ keys: @autoclosure () -> [String], sharing kind: SharedKind,
    within question: Written? = nil
  ) -> WrittenObject {
    var object = written.object(keys() + ["use"])
    guard let name = written["use"] else { return object }
    object.shared =
      shared(written, within: question)?.object(kind.keys).written
      ?? shared.entry(kind, named: name)
    return object
  }

  /// The answer of a shared question that an answer uses; nil when it uses none.
  func shared(_ answer: Written, within question: Written?) -> Written? {
    guard let question, let name = answer["use"]?.textIfAny else { return nil }
    return question["answers"]?.first(where: "id", is: name)
  }
}
