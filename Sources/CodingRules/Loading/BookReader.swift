/// Reads a rule book: the whole of it, or the part that one walk needs.
struct BookReader {
  private let files: RuleFiles
  private let log: FindingLog
  private let glossary: Glossary
  private let edition: Edition?
  /// The topics that the edition lists.
  private let listed: [String]
  private let topics: TopicReader

  init(_ files: RuleFiles, log: FindingLog) {
    self.files = files
    self.log = log
    glossary = Glossary(files, log: log)
    let written = files.document("edition.json", log: log)
    edition = written.flatMap(glossary.edition)
    listed = written?["topics"]?.list.map(\.name) ?? []
    topics = TopicReader(files, glossary, listed: listed)
  }

  /// The whole book.
  func book() throws(UnusableRules) -> RuleBook {
    let read = listed.compactMap(topics.topic)
    let all = glossary.readAll()
    let visits = VisitReader(glossary: glossary, topics: read)
    let checks = files.document("checks.json", log: log)?.list.map(visits.check) ?? []
    let cases = files.document("cases.json", log: log)?.list.map(visits.workedCase) ?? []
    tellStrangers()
    guard let edition, log.findings.isEmpty else {
      throw UnusableRules(findings: log.findings.sorted())
    }
    return RuleBook(
      edition: edition, sources: all.sources, cards: all.cards, devices: all.devices, topics: read,
      visitChecks: checks, cases: cases)
  }

  /// Tells of topic files that the edition does not list, and of files that no book has.
  private func tellStrangers() {
    let known = [
      "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "checks.json", "cases.json",
    ]
    let topics = listed.map { "topics/\($0).json" }
    for path in files.paths where !(known + topics).contains(path) { log.add(.fileNotListed, file: path) }
  }

  /// The part of a book that the words need; nil when they do not all lead to the end of one walk.
  func part(topic id: String?, reachedBy words: [String: String]) -> RuleBook? {
    guard let edition, let id = id ?? listed.first, listed.contains(id),
      let topic = WalkReader.topic(id, reachedBy: words, topics),
      let answers = try? topic.answers(named: words), case .advises(let conclusion) = topic.evaluate(answers),
      conclusion.unused.isEmpty
    else { return nil }
    let cards = conclusion.steps.flatMap(\.answer.effects).flatMap(\.effect.reported)
      .compactMap { glossary.card($0.id) }
    return RuleBook(
      edition: edition, sources: [], cards: cards, devices: [], topics: [topic], visitChecks: [], cases: [])
  }
}

extension Effect {
  /// The codes that the effect reports.
  fileprivate var reported: [Code] {
    if case .report(let line) = self { line.procedure.codes } else { [] }
  }
}

extension Glossary {
  /// What the book is; nil, and told, when something is missing.
  fileprivate func edition(_ written: Written) -> Edition? {
    let object = written.object([
      "format", "id", "title", "version", "reviewed", "from", "through", "topics", "fallback", "notice",
    ])
    if let format = object.required("format"), format.count != 1 {
      format.fault(.badValue("another", expected: "format 1, which this program reads"))
    }
    let topics = object.required("topics")?.list.compactMap(\.textIfAny) ?? []
    let fallback = object.required("fallback")?.object(["code", "because", "sources"])
    let line = fallback.flatMap { EffectReader(glossary: self).line($0) }
    guard case .report(let line) = line, let reviewed = object.required("reviewed")?.day else { return nil }
    return Edition(
      id: object.name("id"), title: object.text("title"), version: object.text("version"),
      reviewed: reviewed, period: object.period, topics: topics, fallback: line,
      notice: object.text("notice"))
  }
}
