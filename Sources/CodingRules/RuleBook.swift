/// One edition of the coding rules: what to open first.
///
/// ```swift
/// let book = RuleBook.standard()
/// let model = book.topics[0]
/// switch model.evaluate(["purpose": "diagnostic", "capture": "stone-cast"]) {
/// case .asks(let question): print(question.ask)
/// case .advises(let conclusion): print(conclusion.advice(on: day, by: book.edition).report)
/// }
/// ```
public struct RuleBook: Sendable {
  /// What the book is.
  public let edition: Edition
  /// The documents that the rules rest on, in the order of the file.
  public let sources: [Source]
  /// The codes, in the order of the file.
  public let codes: [Code]
  /// The devices that contain their working impression or scan, in the order of the file.
  public let devices: [Device]
  /// The topics in the edition's order; the first is the main one.
  public let topics: [Topic]

  /// The topic with this id; nil when the book has none.
  public func topic(_ id: String) -> Topic? { topics.first { $0.id == id } }

  /// The code; nil when the book does not know it.
  public func code(_ id: String) -> Code? { codes.first { $0.id == id } }
}

extension RuleBook {
  /// How much of the standard book is wanted.
  public enum Extent: Equatable, Sendable {
    /// All of it.
    case whole
    /// The main topic, and no lists of sources, codes and devices; had in a fraction of the time.
    case mainTopic
    /// One topic, as `mainTopic`; none if the book does not have it.
    case topic(String)
  }

  /// Reads the standard book, which is part of the program.
  public static func standard(_ extent: Extent = .whole) -> RuleBook {
    do throws(UnusableRules) {
      return try RuleBook(.embedded, extent, log: FindingLog())
    } catch {
      preconditionFailure("The built-in rules are tested to be free of errors: \(error.findings)")
    }
  }

  /// Reads the book in a folder.
  ///
  /// - Throws: `UnusableRules` with all that is wrong when a file is missing, malformed or names what is not there.
  public init(folder: String) throws(UnusableRules) {
    let log = FindingLog()
    try self.init(RuleFiles(folder: folder, log: log), .whole, log: log)
  }

  init(_ files: RuleFiles, _ extent: Extent, log: FindingLog) throws(UnusableRules) {
    let documents = DocumentSet(files, log: log)
    let glossary = Glossary(documents, log: log)
    let written = documents.document("edition.json").map { EditionReader($0, glossary) }
    let listed = written?.topics ?? []
    let reader = TopicReader(documents, glossary, listed: listed)
    topics = extent.wanted(of: listed).compactMap(reader.topic)
    (sources, codes, devices) = extent == .whole ? glossary.readAll() : ([], [], [])
    if extent == .whole { Self.tellStrangers(files, listed, log) }
    guard let edition = written?.edition, log.findings.isEmpty else {
      throw UnusableRules(findings: log.findings.sorted())
    }
    self.edition = edition
  }

  /// Tells of topic files that the edition does not list, and of files that no book has.
  private static func tellStrangers(_ files: RuleFiles, _ listed: [String], _ log: FindingLog) {
    let known = ["edition.json", "sources.json", "codes.json", "devices.json"]
    for path in files.paths where !(known + listed.map { "topics/\($0).json" }).contains(path) {
      log.add(.fileNotListed, file: path)
    }
  }
}

extension RuleBook.Extent {
  fileprivate func wanted(of topics: [String]) -> [String] {
    switch self {
    case .whole: topics
    case .mainTopic: Array(topics.prefix(1))
    case .topic(let id): topics.filter { $0 == id }
    }
  }
}

/// Reads `edition.json`.
private struct EditionReader {
  let topics: [String]
  let edition: Edition?

  init(_ written: Written, _ glossary: Glossary) {
    let object = written.object([
      "format", "id", "title", "version", "reviewed", "from", "through", "topics", "fallback", "notice",
    ])
    if let format = object.required("format"), format.count != 1 {
      format.fault(.badValue("another", expected: "format 1, which this program reads"))
    }
    let listed = object.required("topics")?.list ?? []
    topics = listed.map(\.name)
    let fallback = object.required("fallback")?.object(["code", "because", "sources"])
    let line = fallback.flatMap { EffectReader(glossary: glossary).line($0) }
    let reviewed = object.required("reviewed")?.day ?? nil
    let text = (object.name("id"), object.text("title"), object.text("version"), object.text("notice"))
    let period = object.period
    guard case .report(let line) = line, let reviewed else {
      edition = nil
      return
    }
    edition = Edition(
      id: text.0, title: text.1, version: text.2, reviewed: reviewed, period: period,
      topics: topics, fallback: line, notice: text.3)
  }
}
