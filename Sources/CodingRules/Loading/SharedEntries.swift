/// The kinds of entry that a book defines once and uses by id.
enum SharedKind: Int, CaseIterable {
  case question, answer, statement, dissent

  /// The name of an entry in messages.
  var name: String {
    switch self {
    case .question: "shared question"
    case .answer: "shared answer"
    case .statement: "shared statement"
    case .dissent: "shared dissent"
    }
  }

  /// The key of the list in `shared.json`.
  var key: StaticString {
    switch self {
    case .question: "questions"
    case .answer: "answers"
    case .statement: "statements"
    case .dissent: "dissent"
    }
  }

  /// The keys that entries may have.
  var keys: [String] {
    switch self {
    case .question: TopicReader.questionKeys
    case .answer: AnswerReader.keys
    case .statement: ["id", "kind", "say", "sources", "derived", "asOf", "confirmed"]
    case .dissent: ["id", "about", "ours", "other"]
    }
  }
}

/// The entries of `shared.json`, each read on first use.
final class SharedEntries {
  /// The entries of each kind, indexed by its raw value.
  private let entries: [Entries]

  init(_ files: RuleFiles, log: FindingLog) {
    let kinds = SharedKind.allCases
    let file = files.document("shared.json", log: log)?.object(kinds.map { "\($0.key)" })
    entries = kinds.map { Entries(file?.optional($0.key), kind: $0.name, idKey: "id") }
  }

  /// Returns the entry that a `use` refers to, with its keys checked; nil, and reported, if unknown.
  func entry(_ kind: SharedKind, named name: Written) -> Written? {
    entries[kind.rawValue].entry(named: name)?.object(kind.keys).written
  }

  /// The entries that nothing uses.
  var unreferenced: [Finding] { entries.flatMap(\.unreferenced) }
}

extension Definitions {
  /// Returns an object with these keys, merged with the shared entry it uses, if any.
  ///
  /// - Parameter question: The shared question whose answers take precedence over shared answers.
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

  /// Returns the answer of a shared question that an answer uses; nil if it uses none.
  func shared(_ answer: Written, within question: Written?) -> Written? {
    guard let question, let name = answer["use"]?.textIfAny else { return nil }
    return question["answers"]?.first(where: "id", is: name)
  }
}
