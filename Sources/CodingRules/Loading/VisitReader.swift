import StrictJSON

/// Reads visits: worked cases, and the documents that describe a visit.
struct VisitReader {
  let definitions: Definitions
  let topics: [Topic]

  func workedCase(_ written: Written) -> WorkedCase {
    let object = written.object([
      "id", "title", "story", "on", "sources", "derived", "visits", "table", "differs",
    ])
    let day = object.required("on")?.day
    return WorkedCase(
      id: object.name("id"), title: object.text("title"), story: object.text("story"),
      sources: definitions.grounds(object).citations.map(\.source),
      variants: object.requiredList("visits").compactMap { written in
        day.map { variant(written, $0) }
      },
      table: object.texts("table"),
      differences: object.list("differs").map { written in
        let object = definitions.object(
          written, ["about", "say"] + Definitions.evidenceKeys, sharing: .statement)
        return .init(about: object.text("about"), statement: definitions.statement(object))
      })
  }

  private func variant(_ written: Written, _ day: CalendarDay) -> WorkedCase.Variant {
    let object = written.object(["facts", "surgery", "services", "report", "checks"])
    let visit = Visit(
      day: day, surgery: object.optional("surgery")?.day ?? nil, facts: facts(object),
      services: services(object))
    return WorkedCase.Variant(visit: visit, report: object.texts("report"), checks: object.texts("checks"))
  }

  // MARK: Visits

  /// A visit as its document describes it; the day is today when the document gives none, and `null` gives nothing.
  func visit(_ written: Written, today: CalendarDay) -> Visit {
    let object = written.object(["date", "surgery", "facts", "services"])
    let visit = Visit(
      day: object.known("date")?.day ?? today, surgery: object.known("surgery")?.day ?? nil,
      facts: facts(object), services: hasUsableNumber(object) ? services(object) : [])
    tellContradictions(in: visit, object)
    return visit
  }

  /// Whether there is a service, and are not too many; what is wrong with their number is told.
  private func hasUsableNumber(_ object: WrittenObject) -> Bool {
    guard let services = object.optional("services") else { return true }
    if services.isEmptyList { services.fault(.badValue("[]", expected: "at least one service")) }
    let count = services.list.reduce(0) { count, _ in count + 1 }
    guard count > Visit.maxServices else { return true }
    services.fault(.badValue("\(count) services", expected: "at most \(Visit.maxServices) services"))
    return false
  }

  /// Tells of a surgery before the visit, and of services that know a fact of the visit otherwise.
  private func tellContradictions(in visit: Visit, _ object: WrittenObject) {
    if let surgery = visit.surgery, surgery < visit.day {
      object.optional("surgery")?.fault(.badValue("\(surgery)", expected: "a day not before \(visit.day)"))
    }
    for (written, service) in zip(object.list("services"), visit.services) {
      for field in visit.facts.fields {
        guard let fact = visit.facts[field], let own = service.answers[field], own != fact else { continue }
        written["answers"]?.member(field)?.fault(
          .badValue(own, expected: "'\(fact)', as in the facts of the visit"))
      }
    }
  }

  private func facts(_ object: WrittenObject) -> Answers {
    object.known("facts").map { readAnswers($0, topics.flatMap(\.visitQuestions)) } ?? [:]
  }

  private func services(_ object: WrittenObject) -> [Service] {
    object.requiredList("services").compactMap { written in
      let object = written.object(["topic", "answers"])
      guard let topic = object.required("topic").flatMap(topic) else { return nil }
      let answers = object.optional("answers").map { readAnswers($0, topic.questions) } ?? [:]
      return Service(topic: topic, answers: answers)
    }
  }

  private func topic(_ name: Written) -> Topic? {
    let id = name.text
    if let topic = topics.first(where: { $0.id == id }) { return topic }
    name.fault(
      .nameUnknown(kind: "topic", name: id, suggestion: nearestName(to: id, among: topics.map(\.id))))
    return nil
  }

  /// Answers by field; words for them are understood as everywhere.
  private func readAnswers(_ written: Written, _ questions: [Question]) -> Answers {
    var answers = Answers()
    let object = written.object(questions.map(\.field))
    for field in object.keys {
      guard let word = written.member(field) else { continue }
      let asked = questions.filter { $0.field == field }
      guard let answer = asked.lazy.compactMap({ $0.answer(named: word.text) }).first else {
        if !asked.isEmpty {
          let suggestion = nearestName(to: word.text, among: asked.flatMap(\.names))
          word.fault(.nameUnknown(kind: "answer", name: word.text, suggestion: suggestion))
        }
        continue
      }
      answers[field] = answer.id
    }
    return answers
  }
}

extension RuleBook {
  /// Reads the JSON document that describes a visit.
  ///
  /// - Parameter today: The date of service when the document gives none.
  /// - Throws: `UnusableVisit` with all that is wrong, each with its place.
  public func visit(_ document: [UInt8], today: CalendarDay) throws(UnusableVisit) -> Visit {
    let log = FindingLog()
    let files = RuleFiles(["visit": document])
    if document.count > Visit.maxDocumentSize {
      log.add(.fileUnreadable(reason: "larger than \(Visit.maxDocumentSize >> 10) KiB"), file: "visit")
      throw UnusableVisit(findings: log.findings)
    }
    guard let written = files.document("visit", log: log) else {
      throw UnusableVisit(findings: files.located(log.findings))
    }
    let visit = VisitReader(definitions: Definitions(files, edition: nil, log: log), topics: topics).visit(
      written, today: today)
    guard log.findings.isEmpty else { throw UnusableVisit(findings: log.sorted) }
    return visit
  }
}

/// Why a document does not describe a visit: every finding, sorted by place; their file is not named.
public struct UnusableVisit: Error, Sendable {
  /// The findings.
  public let findings: [Finding]
}
