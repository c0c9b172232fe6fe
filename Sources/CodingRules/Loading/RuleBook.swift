/// One edition of the coding rules: what to open first.
///
/// ```swift
/// let book = RuleBook.standard
/// switch book.mainTopic.evaluate(["purpose": "diagnostic", "capture": "stone-cast"]) {
/// case .asks(let question): print(question.ask)
/// case .advises(let conclusion): print(conclusion.advice(on: day, by: book).reported)
/// }
/// ```
///
/// The parts of a book are read when they are first asked for, so a decision costs only the topic it is about.
public struct RuleBook: Sendable {
  /// What the book is.
  public let edition: Edition
  let parts: LazyParts

  /// Takes the files of a book.
  ///
  /// - Parameter isTrusted: Whether the files were checked before; else all of them are read at once.
  /// - Throws: `UnusableRules` with everything that is wrong.
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

  /// The files of the book, as they are written.
  package var files: RuleFiles { parts.read(\.files) }

  /// The findings with the lines and columns of what they are about.
  func located(_ findings: [Finding]) -> [Finding] { parts.read { $0.located(findings) } }

  /// The topics in the edition's order; the first is the main one.
  public var topics: [Topic] { parts.read { $0.allTopics } }

  /// The topic with this id; nil when the book has none.
  public func topic(_ id: String) -> Topic? {
    edition.topics.contains(id) ? parts.read { $0.topics.topic(id) } : nil
  }

  /// The topic that an interview is about unless another is named.
  public var mainTopic: Topic {
    known(
      edition.topics.first.flatMap(topic),
      "A book is made only of an edition that lists topics, each of them read or embedded.")
  }

  /// The worked answers of a topic, in the order of its file.
  package func examples(of topic: Topic) -> [Example] { parts.read { $0.topics.examples(of: topic) } }

  /// The documents that the rules rest on, in the order of the file.
  public var sources: [Source] { parts.read { $0.definitions.allSources } }

  /// The procedure codes, in the order of the file.
  public var codes: [Code] { parts.read { $0.definitions.allCodes } }

  /// The code with this id; nil when the book does not have it.
  public func code(_ id: String) -> Code? { parts.read { $0.definitions.code(id) } }

  /// What to know of the codes, in the order of `codes`.
  package var cards: [CodeCard] { parts.read { $0.definitions.allCards } }

  /// What to know of a code; nil when the book does not have it.
  package func card(_ code: String) -> CodeCard? { parts.read { $0.definitions.card(code) } }

  /// The devices that contain their working impression or scan, in the order of the file.
  public var devices: [Device] { parts.read { $0.definitions.allDevices } }

  /// The ranges that codes of devices come in, in the order of the file.
  package var families: [CodeFamily] { parts.read { $0.definitions.families } }

  /// The code to consider when none was in force for a service of the same kind as a code's; nil when there is none.
  package func fallback(for code: Code) -> Line? {
    parts.read { $0.fallbacks }.first { code.id.hasPrefix($0.prefix) }?.line
  }

  /// The codes for services that have none of their own, in the order of the file.
  var fallbacks: [Fallback] { parts.read { $0.fallbacks } }

  /// What is known about later editions, in the order of the file.
  package var announced: [Announcement] { parts.read { $0.announced } }

  /// What is known about editions that have begun by a day.
  func announced(on day: CalendarDay) -> [Announcement] {
    // Within the edition there are none, and nothing is read.
    edition.period.contains(day) ? [] : announced.filter { $0.from <= day }
  }

  /// What must hold between the codes of one visit, in the order of the file.
  package var visitChecks: [VisitCheck] { parts.read { $0.visitChecks } }

  /// What the book says for audits alone.
  package var auditRules: AuditRules { parts.read { $0.auditRules } }

  /// What words mean in a sentence.
  package var phrases: Phrases { parts.read { $0.phrases } }

  /// Sentences with the readings they must get.
  package var sentences: [WorkedSentence] { parts.read { $0.sentences } }

  /// Worked visits, in the order of the file.
  package var cases: [WorkedCase] { parts.read { $0.cases } }

  /// The worked case with this id; nil when the book has none.
  package func workedCase(_ id: String) -> WorkedCase? { cases.first { $0.id == id } }
}

extension RuleBook {
  /// The standard book, which is part of the program.
  public static let standard = known(
    try? RuleBook(.embedded, isTrusted: true), "The built-in rules are tested to be free of errors.")
}
