package import StrictJSON

/// Reads visits: worked cases and visit documents.
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
    let object = written.object(["facts", "surgery", "services", "report", "includedIn", "checks"])
    let visit = Visit(
      day: day, surgery: object.optional("surgery")?.day ?? nil, facts: facts(object.known("facts")) ?? [:],
      services: services(object.requiredList("services")))
    return WorkedCase.Variant(
      visit: visit, report: object.texts("report"), includedIn: object.texts("includedIn"),
      checks: object.texts("checks"))
  }

  // MARK: Visits

  /// Reads a visit document; the date of service defaults to today, and `null` counts as absent.
  func visit(_ written: Written, today: CalendarDay) -> Visit {
    let object = written.object(["date", "surgery", "facts", "services"])
    let day = object.known("date")?.day ?? today
    if object.optional("services") == nil { _ = object.required("services") }
    return visit(
      VisitMembers(
        services: object.optional("services"), facts: object.known("facts"), surgery: object.known("surgery")),
      facts: nil, day: day)
  }

  /// Reads a visit from its members.
  ///
  /// - Parameter facts: The facts to use if no member gives them.
  func visit(_ members: VisitMembers, facts: Answers?, day: CalendarDay) -> Visit {
    let surgery = members.surgery?.day ?? nil
    let given = self.facts(members.facts)
    let services = members.services.flatMap { hasUsableNumber($0) ? self.services($0.list) : nil } ?? []
    let visit = Visit(day: day, surgery: surgery, facts: given ?? facts ?? [:], services: services)
    reportContradictions(in: visit, members)
    return visit
  }

  /// Whether the number of services is within limits; reports it if not.
  private func hasUsableNumber(_ services: Written) -> Bool {
    if services.isEmptyList { services.fault(.badValue("[]", expected: "at least one service")) }
    let count = services.list.reduce(0) { count, _ in count + 1 }
    guard count > Visit.maxServices else { return true }
    services.fault(.badValue("\(count) services", expected: "at most \(Visit.maxServices) services"))
    return false
  }

  /// Reports a surgery before the visit and services that contradict a fact of the visit.
  private func reportContradictions(in visit: Visit, _ members: VisitMembers) {
    if let surgery = visit.surgery, surgery < visit.day {
      members.surgery?.fault(.badValue("\(surgery)", expected: "a day not before \(visit.day)"))
    }
    guard !visit.facts.fields.isEmpty, let services = members.services else { return }
    for (written, service) in zip(services.list, visit.services) {
      for field in visit.facts.fields {
        guard let fact = visit.facts[field], let own = service.answers[field], own != fact else { continue }
        written["answers"]?.member(field)?.fault(
          .badValue(own, expected: "'\(fact)', as in the facts of the visit"))
      }
    }
  }

  private func facts(_ written: Written?) -> Answers? {
    written?.answers(to: topics.flatMap(\.visitQuestions))
  }

  private func services(_ list: WrittenList) -> [Service] {
    list.compactMap { written in
      let object = written.object(["topic", "answers"])
      guard let topic = object.required("topic").flatMap(topics.named) else { return nil }
      let answers = object.optional("answers")?.answers(to: topic.questions) ?? [:]
      return Service(topic: topic, answers: answers)
    }
  }
}

extension Written {
  /// The answers to questions by field, given by id or name; reports unknown ones.
  func answers(to questions: [Question]) -> Answers {
    var answers = Answers()
    for (field, word) in object(questions.map(\.field)).written.entries {
      let asked = questions.filter { $0.field == field }
      // Ids first: a checked book has nothing else, and the names would have to be read.
      let known =
        asked.lazy.compactMap { $0.answer(id: word.text) }.first
        ?? asked.lazy.compactMap { $0.answer(named: word.text) }.first
      guard let answer = known else {
        if !asked.isEmpty { word.fault(.unknown("answer", word.text, among: asked.flatMap(\.names))) }
        continue
      }
      answers[field] = answer.id
    }
    return answers
  }
}

extension RuleBook {
  /// Reads a visit document in JSON.
  ///
  /// - Parameter today: The date of service if the document gives none.
  /// - Throws: `UnusableVisit` with all findings and their paths.
  package func visit(_ document: [UInt8], today: CalendarDay) throws(UnusableVisit) -> Visit {
    let log = FindingLog()
    let files = RuleFiles(["visit": document])
    if document.count > Visit.maxDocumentSize { throw .tooLong }
    guard let written = files.document("visit", log: log) else {
      throw UnusableVisit(findings: files.located(log.findings))
    }
    let visit = VisitReader(definitions: Definitions(files, edition: nil, log: log), topics: topics).visit(
      written, today: today)
    guard log.findings.isEmpty else { throw UnusableVisit(findings: log.sorted) }
    return visit
  }

  /// Reads a visit from the members of an object.
  ///
  /// - Parameter topics: The topics of the book.
  /// - Parameter facts: The facts to use if no member gives them.
  package func visit(
    services: JSONValue?, surgery: JSONValue?, facts given: JSONValue?, else facts: Answers,
    on day: CalendarDay, topics: [Topic]
  ) throws(UnusableVisit) -> Visit {
    let log = FindingLog()
    let file = Written.File(path: "visit", log: log, isChecked: false)
    func written(_ value: JSONValue?) -> Written? { value.map { Written(value: $0, file: file) } }
    let members = VisitMembers(services: written(services), facts: written(given), surgery: written(surgery))
    let reader = VisitReader(definitions: Definitions(RuleFiles([:]), edition: nil, log: log), topics: topics)
    let visit = reader.visit(members, facts: facts, day: day)
    guard log.findings.isEmpty else { throw UnusableVisit(findings: log.sorted) }
    return visit
  }
}

extension UnusableVisit {
  /// The error for a document larger than `Visit.maxDocumentSize`.
  package static var tooLong: UnusableVisit {
    let reason = "larger than \(Visit.maxDocumentSize >> 10) KiB"
    return UnusableVisit(findings: [Finding(.fileUnreadable(reason: reason), file: "visit")])
  }
}

/// The members of a document or a row that describe a visit.
struct VisitMembers {
  let services: Written?
  let facts: Written?
  let surgery: Written?
}

/// The reason a document is not a visit: all findings, sorted by path, without a file name.
package struct UnusableVisit: Error, Sendable {
  /// The findings.
  package let findings: [Finding]
}
