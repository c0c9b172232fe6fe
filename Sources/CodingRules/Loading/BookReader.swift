/// Reads a rule book part by part, each part once, on first use.
final class BookReader {
  let files: RuleFiles
  let log = FindingLog()
  private let file: Written?
  /// The ids of the topics that the edition lists.
  private let listed: [String]
  let definitions: Definitions
  let topics: TopicReader

  init(_ files: RuleFiles) {
    self.files = files
    for fault in files.faults { log.add(fault) }
    file = files.document("edition.json", log: log)
    listed = file?.unchecked.required("topics")?.list.map(\.name) ?? []
    definitions = Definitions(files, edition: file, log: log)
    topics = TopicReader(files, definitions, listed: listed)
  }

  private(set) lazy var allTopics: [Topic] = listed.compactMap(topics.topic)

  private(set) lazy var fallbacks: [Fallback] = file.map(definitions.fallbacks) ?? []

  private(set) lazy var changes: [DatedOutcome] = file.map(definitions.changes) ?? []

  private(set) lazy var announced: [Announcement] =
    file.map { definitions.announced($0, topics: listed) } ?? []

  private(set) lazy var visitChecks: [VisitCheck] =
    files.document("checks.json", log: log)?.list.map(VisitCheckReader(definitions: definitions).check) ?? []

  /// The audit rules; empty if the book has no such file.
  private(set) lazy var auditRules: AuditRules =
    optional("audit.json").map(AuditReader(definitions: definitions).rules) ?? .none

  private(set) lazy var cases: [WorkedCase] = {
    let visits = VisitReader(definitions: definitions, topics: allTopics)
    return files.document("cases.json", log: log)?.list.map(visits.workedCase) ?? []
  }()

  /// The vocabulary for reading sentences; empty if the book has no such file.
  private(set) lazy var phrases: Phrases =
    optional("phrases.json").map { PhraseReader($0, topics: allTopics).phrases } ?? .none

  /// The worked sentences; empty if the book has no such file.
  private(set) lazy var sentences: [WorkedSentence] =
    optional("sentences.json")?.list.map(SentenceFileReader(topics: allTopics).sentence) ?? []

  /// Reads a file that a book need not have; nil if it does not.
  private func optional(_ path: String) -> Written? {
    files.paths.contains(path) ? files.document(path, log: log) : nil
  }

  /// The edition, read on every call.
  var edition: Edition? { file.flatMap { definitions.edition($0, topics: listed) } }

  /// The files whose texts are the rules' own: all but the sources, the words of offices, and the
  /// audit checks, which name codes that are not in the book.
  var documents: [Written] {
    let others = ["sources.json", "phrases.json", "sentences.json", "audit.json"]
    let names = RuleFiles.names.filter { !others.contains($0) }
    return (names + listed.map { "topics/\($0).json" }).compactMap { files.document($0, log: log) }
  }

  /// The entries that no rule refers to; empty for the standard book, which is never read as a whole.
  var unreferenced: [Finding] { files.isChecked ? [] : definitions.unreferenced }

  /// Returns the findings with lines and columns.
  func located(_ findings: [Finding]) -> [Finding] { files.located(findings) }

  /// Reads every part except the edition, so that the log has every finding.
  func readAll() {
    _ = (allTopics.map(topics.examples), fallbacks, changes, announced)
    _ = (visitChecks, auditRules, cases)
    _ = (definitions.allCards, definitions.allDevices, definitions.families, phrases, sentences)
    // Last, so that all citations have been seen.
    _ = definitions.allSources
  }
}

extension Definitions {
  /// Reads the edition; reports a missing date of review and returns nil.
  fileprivate func edition(_ written: Written, topics: [String]) -> Edition? {
    let object = written.object([
      "format", "id", "title", "version", "reviewed", "confirmed", "from", "through", "topics", "fallbacks",
      "changes", "announced", "notice",
    ])
    if let format = object.required("format"), format.count != 2 {
      format.fault(.badValue("another", expected: "format 2, which this program reads"))
    }
    if topics.isEmpty {
      object.optional("topics")?.fault(.badValue("[]", expected: "at least one topic"))
    }
    guard let reviewed = object.required("reviewed")?.day else { return nil }
    return Edition(
      id: object.name("id"), title: object.text("title"), version: object.text("version"),
      reviewed: reviewed, period: object.period(), topics: topics, notice: object.text("notice"),
      isConfirmed: isEditionConfirmed(object))
  }

  /// Reads the codes and scopes that start or end on each day.
  fileprivate func changes(_ edition: Written) -> [DatedOutcome] {
    edition.unchecked.optional("changes")?.datedOutcomes ?? []
  }

  /// Reads the codes for services without a specific code.
  fileprivate func fallbacks(_ edition: Written) -> [Fallback] {
    edition.unchecked.list("fallbacks").compactMap { written in
      let object = written.object(["for", "code", "because"] + Self.evidenceKeys)
      guard case .report(let line) = EffectReader(definitions: self).line(object) else { return nil }
      return Fallback(prefix: object.text("for"), line: line)
    }
  }

  /// Reads the announced changes of later editions.
  fileprivate func announced(_ edition: Written, topics: [String]) -> [Announcement] {
    edition.unchecked.list("announced").compactMap { written in
      let object = written.object(["from", "topics", "codes", "say"] + Self.evidenceKeys)
      for topic in object.list("topics") where !topics.contains(topic.text) {
        topic.fault(.unknown("topic", topic.text, among: topics))
      }
      guard let from = object.required("from")?.day else { return nil }
      return Announcement(
        from: from, topics: object.texts("topics"), codes: object.list("codes").compactMap(\.codeRange),
        statement: statement(object))
    }
  }
}
