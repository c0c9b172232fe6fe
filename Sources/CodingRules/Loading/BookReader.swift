/// Reads a rule book: the whole of it, or the part that one walk needs.
struct BookReader {
  private let files: RuleFiles
  private let log: FindingLog
  private let glossary: Glossary
  private let file: Written?
  /// The topics that the edition lists.
  private let listed: [String]
  private let topics: TopicReader

  /// Reads what the book is.
  ///
  /// - Parameter day: The one date of service that is asked for; nil for any.
  init(_ files: RuleFiles, log: FindingLog, for day: CalendarDay? = nil) {
    self.files = files
    self.log = log
    glossary = Glossary(files, log: log, for: day)
    file = files.document("edition.json", log: log)
    listed = file?.unchecked.required("topics")?.list.map(\.name) ?? []
    topics = TopicReader(files, glossary, listed: listed)
  }

  /// The whole book.
  func book() throws(UnusableRules) -> RuleBook {
    let read = listed.compactMap(topics.topic)
    let fallback = file.flatMap(glossary.fallback)
    let all = glossary.readAll()
    let visits = VisitReader(glossary: glossary, topics: read)
    let checks = files.document("checks.json", log: log)?.list.map(visits.check) ?? []
    let cases = files.document("cases.json", log: log)?.list.map(visits.workedCase) ?? []
    let phrases = phrases(naming: read)
    tellStrangers()
    guard let edition = edition(), log.findings.isEmpty else {
      throw UnusableRules(findings: log.sorted)
    }
    return RuleBook(
      edition: edition, sources: all.sources, cards: all.cards, devices: all.devices, topics: read,
      fallback: fallback, visitChecks: checks, cases: cases, phrases: phrases)
  }

  /// What words mean in a sentence; none when the book does not say.
  private func phrases(naming topics: [Topic]) -> Phrases {
    guard files.paths.contains("phrases.json") else { return .none }
    return files.document("phrases.json", log: log).map { PhraseReader($0, topics: topics).phrases } ?? .none
  }

  /// Tells of topic files that the edition does not list, and of files that no book has.
  private func tellStrangers() {
    let known = [
      "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "checks.json", "cases.json",
      "phrases.json", "sentences.json",
    ]
    let topics = listed.map { "topics/\($0).json" }
    for path in files.paths where !(known + topics).contains(path) { log.add(.fileNotListed, file: path) }
  }

  /// The part of a book that the words need; nil when they do not all lead to the end of one walk.
  func part(topic id: String?, reachedBy words: Answers) -> RuleBook? {
    guard let id = id ?? listed.first, listed.contains(id),
      let topic = WalkReader.topic(id, reachedBy: words, topics),
      let codes = topic.codes(reportedFor: words), let edition = edition()
    else { return nil }
    return RuleBook(
      edition: edition, sources: [], cards: codes.map(glossary.chart), devices: [], topics: [topic],
      fallback: codes.contains(where: glossary.lapses) ? file.flatMap(glossary.fallback) : nil,
      visitChecks: [], cases: [])
  }

  private func edition() -> Edition? { file.flatMap { glossary.edition($0, topics: listed) } }
}

extension Topic {
  /// The codes that answers report; nil when they do not lead to the end of a walk, or not all are needed for it.
  fileprivate func codes(reportedFor answers: Answers) -> [Code]? {
    let walk = walk(answers)
    guard walk.open == nil, walk.steps.count == answers.fields.count else { return nil }
    return walk.steps.flatMap(\.answer.effects).flatMap(\.effect.reported)
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
  fileprivate func edition(_ written: Written, topics: [String]) -> Edition? {
    let object = written.object([
      "format", "id", "title", "version", "reviewed", "from", "through", "topics", "fallback", "notice",
    ])
    if let format = object.required("format"), format.count != 1 {
      format.fault(.badValue("another", expected: "format 1, which this program reads"))
    }
    guard let reviewed = object.required("reviewed")?.day else { return nil }
    return Edition(
      id: object.name("id"), title: object.text("title"), version: object.text("version"),
      reviewed: reviewed, period: object.period, topics: topics,
      notice: object.text("notice"))
  }

  /// The by-report code for want of another; nil, and told, when something is missing.
  fileprivate func fallback(_ edition: Written) -> Line? {
    guard let written = edition.unchecked.required("fallback") else { return nil }
    let line = EffectReader(glossary: self).line(written.object(["code", "because", "sources"]))
    if case .report(let line) = line { return line }
    return nil
  }
}
