/// Reads a rule book part by part; each part is read once, when it is first asked for.
final class BookReader {
  private let files: RuleFiles
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
    definitions = Definitions(files, log: log)
    topics = TopicReader(files, definitions, listed: listed)
  }

  private(set) lazy var allTopics: [Topic] = listed.compactMap(topics.topic)

  private(set) lazy var fallback: Line? = file.flatMap(definitions.fallback)

  private(set) lazy var visitChecks: [VisitCheck] =
    files.document("checks.json", log: log)?.list.map(VisitCheckReader(definitions: definitions).check) ?? []

  /// What the book says for audits; nothing when it has no such file.
  private(set) lazy var auditRules: AuditRules = {
    guard files.paths.contains("audit.json") else { return .none }
    return files.document("audit.json", log: log).map(AuditReader(definitions: definitions).rules) ?? .none
  }()

  private(set) lazy var cases: [WorkedCase] = {
    let visits = VisitReader(definitions: definitions, topics: allTopics)
    return files.document("cases.json", log: log)?.list.map(visits.workedCase) ?? []
  }()

  private(set) lazy var edition: Edition? = file.flatMap { definitions.edition($0, topics: listed) }

  /// Reads every part, so that the log holds everything that is wrong.
  func readAll() {
    _ = (edition, allTopics.map(topics.examples), fallback, visitChecks, auditRules, cases)
    _ = (definitions.allSources, definitions.allCards, definitions.allDevices)
    reportUnlistedFiles()
  }

  /// Reports topic files that the edition does not list, and files that no book has.
  private func reportUnlistedFiles() {
    let known = [
      "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "checks.json", "cases.json", "audit.json",
    ]
    let topics = listed.map { "topics/\($0).json" }
    for path in files.paths where !(known + topics).contains(path) { log.add(.fileNotListed, file: path) }
  }
}

extension Definitions {
  /// What the book is; nil, and reported, when something is missing.
  fileprivate func edition(_ written: Written, topics: [String]) -> Edition? {
    let object = written.object([
      "format", "id", "title", "version", "reviewed", "from", "through", "topics", "fallback", "notice",
    ])
    if let format = object.required("format"), format.count != 1 {
      format.fault(.badValue("another", expected: "format 1, which this program reads"))
    }
    if topics.isEmpty {
      object.optional("topics")?.fault(.badValue("[]", expected: "at least one topic"))
    }
    guard let reviewed = object.required("reviewed")?.day else { return nil }
    return Edition(
      id: object.name("id"), title: object.text("title"), version: object.text("version"),
      reviewed: reviewed, period: object.period, topics: topics,
      notice: object.text("notice"))
  }

  /// The by-report code for want of another; nil, and reported, when something is missing.
  fileprivate func fallback(_ edition: Written) -> Line? {
    guard let written = edition.unchecked.required("fallback") else { return nil }
    let line = EffectReader(definitions: self).line(written.object(["code", "because", "sources"]))
    if case .report(let line) = line { return line }
    return nil
  }
}
