package import StrictJSON

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
    let object = written.object(["facts", "surgery", "services", "report", "includedIn", "checks"])
    let visit = Visit(
      day: day, surgery: object.optional("surgery")?.day ?? nil, facts: facts(object),
      services: services(object.requiredList("services")))
    return WorkedCase.Variant(
      visit: visit, report: object.texts("report"), includedIn: object.texts("includedIn"),
      checks: object.texts("checks"))
  }

  // MARK: Visits

  /// A visit as its document describes it; the day is today when the document gives none, and `null` gives nothing.
  func visit(_ written: Written, today: CalendarDay) -> Visit {
    let object = written.object(["date", "surgery", "facts", "services"])
    let day = object.known("date")?.day ?? today
    if object.optional("services") == nil { _ = object.required("services") }
    return visit(
      VisitMembers(
        services: object.optional("services"), facts: object.known("facts"), surgery: object.known("surgery")),
      facts: nil, day: day)
  }

  /// A visit as some members describe it.
  ///
  /// - Parameter facts: The facts where no member gives them.
  func visit(_ members: VisitMembers, facts: Answers?, day: CalendarDay) -> Visit {
    let surgery = members.surgery?.day ?? nil
    let given = members.facts.map { readAnswers($0, topics.flatMap(\.visitQuestions)) }
    let services = members.services.flatMap { hasUsableNumber($0) ? self.services($0.list) : nil } ?? []
    let visit = Visit(day: day, surgery: surgery, facts: given ?? facts ?? [:], services: services)
    tellContradictions(in: visit, members)
    return visit
  }

  /// Whether there is at least one service and not too many; reports what is wrong with their number.
  private func hasUsableNumber(_ services: Written) -> Bool {
    if services.isEmptyList { services.fault(.badValue("[]", expected: "at least one service")) }
    let count = services.list.reduce(0) { count, _ in count + 1 }
    guard count > Visit.maxServices else { return true }
    services.fault(.badValue("\(count) services", expected: "at most \(Visit.maxServices) services"))
    return false
  }

  /// Reports a surgery before the visit, and services that contradict a fact of the visit.
  private func tellContradictions(in visit: Visit, _ members: VisitMembers) {
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

  private func facts(_ object: WrittenObject) -> Answers {
    object.known("facts").map { readAnswers($0, topics.flatMap(\.visitQuestions)) } ?? [:]
  }

  private func services(_ list: WrittenList) -> [Service] {
    list.compactMap { written in
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
    for (field, word) in written.object(questions.map(\.field)).written.entries {
      let asked = questions.filter { $0.field == field }
      // Ids first: what a checked book says needs no other words, and those are read elsewhere.
      let known =
        asked.lazy.compactMap { $0.answer(id: word.text) }.first
        ?? asked.lazy.compactMap { $0.answer(named: word.text) }.first
      guard let answer = known else {
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
  /// - Throws: `UnusableVisit` with all that is wrong, each with its path.
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

  /// Reads the members of an object that describe a visit; the others are not looked at.
  ///
  /// - Parameter topics: The topics of the book.
  /// - Parameter facts: The facts where no member gives them.
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
  /// A document larger than `Visit.maxDocumentSize`.
  package static var tooLong: UnusableVisit {
    let log = FindingLog()
    log.add(.fileUnreadable(reason: "larger than \(Visit.maxDocumentSize >> 10) KiB"), file: "visit")
    return UnusableVisit(findings: log.findings)
  }
}

/// The members of a document, or of a row, that describe a visit.
struct VisitMembers {
  let services: Written?
  let facts: Written?
  let surgery: Written?
}

/// Why a document does not describe a visit: every finding, sorted by path; their file is not named.
package struct UnusableVisit: Error, Sendable {
  /// The findings.
  package let findings: [Finding]
}
