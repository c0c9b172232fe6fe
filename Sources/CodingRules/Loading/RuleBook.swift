/// An edition of the coding rules, the entry point of the library.
///
/// ```swift
/// let book = RuleBook.standard
/// switch book.mainTopic.evaluate(["purpose": "diagnostic", "capture": "stone-cast"]) {
/// case .asks(let question): print(question.ask)
/// case .advises(let conclusion): print(conclusion.advice(on: day, by: book).reported)
/// }
/// ```
///
/// Parts of a book are read on first use, so that a decision costs only its own topic.
public struct RuleBook: Sendable {
  /// The edition's title, version and dates.
  public let edition: Edition
  let parts: LazyParts

  /// Creates a book from its files.
  ///
  /// - Parameter isTrusted: Whether the files are known to be valid; if not, all are read now.
  /// - Throws: `UnusableRules` with all findings.
  package init(_ files: RuleFiles, isTrusted: Bool) throws(UnusableRules) {
    parts = LazyParts(files)
    let edition = parts.read { $0.edition }
    let findings = parts.read { reader in
      if !isTrusted { reader.readAll() }
      return reader.located(reader.log.sorted)
    }
    guard let edition, findings.isEmpty else { throw UnusableRules(findings: findings) }
    self.edition = edition
  }

  /// The files of the book.
  package var files: RuleFiles { parts.read(\.files) }

  /// Returns the findings with lines and columns.
  func located(_ findings: [Finding]) -> [Finding] { parts.read { $0.located(findings) } }

  /// The topics in the edition's order, the main one first.
  public var topics: [Topic] { parts.read { $0.allTopics } }

  /// Returns the topic with this id; nil if there is none.
  public func topic(_ id: String) -> Topic? {
    edition.topics.contains(id) ? parts.read { $0.topics.topic(id) } : nil
  }

  /// The default topic of an interview.
  public var mainTopic: Topic {
    known(
      edition.topics.first.flatMap(topic),
      "A book is made only of an edition that lists topics, each of them read or embedded.")
  }

  /// Returns the examples of a topic, in file order.
  package func examples(of topic: Topic) -> [Example] { parts.read { $0.topics.examples(of: topic) } }

  /// The source documents of the rules, in file order.
  public var sources: [Source] { parts.read { $0.definitions.allSources } }

  /// The procedure codes, in file order.
  public var codes: [Code] { parts.read { $0.definitions.allCodes } }

  /// Returns the code with this id; nil if there is none.
  public func code(_ id: String) -> Code? { parts.read { $0.definitions.code(id) } }

  /// The cards of the codes, in the order of `codes`.
  package var cards: [CodeCard] { parts.read { $0.definitions.allCards } }

  /// Returns the card of a code; nil if the book does not have the code.
  package func card(_ code: String) -> CodeCard? { parts.read { $0.definitions.card(code) } }

  /// The devices that include their working impression or scan, in file order.
  public var devices: [Device] { parts.read { $0.definitions.allDevices } }

  /// The families that device codes come in, in file order.
  package var families: [CodeFamily] { parts.read { $0.definitions.families } }

  /// Returns the fallback for the same kind of service as a code's; nil if there is none.
  package func fallback(for code: Code) -> Line? {
    parts.read { $0.fallbacks }.first { code.id.hasPrefix($0.prefix) }?.line
  }

  /// The codes for services without a specific code, in file order.
  var fallbacks: [Fallback] { parts.read { $0.fallbacks } }

  /// The announced changes of later editions, in file order.
  package var announced: [Announcement] { parts.read { $0.announced } }

  /// Returns the announced changes that take effect by a day.
  func announced(on day: CalendarDay) -> [Announcement] {
    // There are none within the edition, so nothing needs to be read.
    edition.period.contains(day) ? [] : announced.filter { $0.from <= day }
  }

  /// The checks on the combination of codes of one visit, in file order.
  package var visitChecks: [VisitCheck] { parts.read { $0.visitChecks } }

  /// The rules that only audits use.
  package var auditRules: AuditRules { parts.read { $0.auditRules } }

  /// The vocabulary for reading sentences.
  package var phrases: Phrases { parts.read { $0.phrases } }

  /// The worked sentences, with their expected readings.
  package var sentences: [WorkedSentence] { parts.read { $0.sentences } }

  /// The worked cases, in file order.
  package var cases: [WorkedCase] { parts.read { $0.cases } }

  /// Returns the worked case with this id; nil if there is none.
  package func workedCase(_ id: String) -> WorkedCase? { cases.first { $0.id == id } }
}

extension RuleBook {
  /// The standard book, which is embedded in the program.
  public static let standard = known(
    try? RuleBook(.embedded, isTrusted: true), "The built-in rules are tested to be free of errors.")
}
