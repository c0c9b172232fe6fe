extension Conversation {
  /// What is asked now, as it is put to people; empty once everything is answered.
  package func question(_ style: TextStyle) -> String {
    var page = TextPage(style)
    switch stage {
    case .opening: writeOpening(on: &page)
    case .meaning(let ambiguity, let choices):
      page.heading("“\(excerpt(ambiguity.words))” can mean several things. Which one?")
      page.columns(choices.map(\.label))
    case .question(let service, let question):
      if visit.services.count > 1 { page.heading("\(service + 1). \(title(of: service))", .code) }
      page.heading(question.ask)
      page.columns(question.answers.map(\.label))
    case .surgery: page.heading("When is the surgery?")
    case .answered: break
    }
    return page.text
  }

  private func writeOpening(on page: inout TextPage) {
    page.heading("What was done? Describe it in your own words, or pick a topic:")
    page.paragraph("For example: we scanned both arches and printed the models here", indent: 2)
    page.columns(topics.map(\.title))
  }

  /// The last line before the cursor: what can be typed, and how much is left.
  ///
  /// - Parameter isFirst: Whether the commands are named too.
  package func prompt(isFirst: Bool) -> String {
    let commands = isFirst ? ", ?, why, not sure, back, quit" : ", ? for help"
    switch stage {
    case .opening: return "[a sentence, a number, or quit] "
    case .meaning(_, let choices): return "[1-\(choices.count) or a word, ? for help, back] "
    case .question(_, let question):
      let left = questionsLeft == 1 ? "last question" : "\(questionsLeft) questions left at most"
      return "(\(left)) [1-\(question.answers.count) or a word\(commands)] "
    case .surgery: return "[a date like 3/20/2026, or Enter if it is not known] "
    case .answered:
      return "[Enter to finish, or details, chart, payers, sources, why, change 2, ? for more] "
    }
  }

  /// What the conversation says to a typed line; empty when there is nothing to say.
  package func text(of reply: Reply, _ style: TextStyle) -> String {
    var page = TextPage(style)
    switch reply {
    case .took(let steps): for step in steps { page.item("->", step.answer.label, indent: 0, hang: 3) }
    case .understood(let reading): write(reading, on: &page)
    case .added(let topics): for topic in topics { page.item("->", topic.title, indent: 0, hang: 3) }
    case .chose(let meaning): page.item("->", meaning.label, indent: 0, hang: 3)
    case .ambiguous(let question, let answers):
      page.paragraph("Which one? Type its number or a longer word.")
      let numbers = answers.map { (question.answers.firstIndex(of: $0) ?? 0) + 1 }
      page.columns(answers.map(\.label), numbers: numbers)
    case .otherTopic(let topic, let typed):
      page.paragraph(
        "“\(excerpt(typed))” belongs to “\(topic.title)”. Answer this question first, or add a service: another \(topic.id)."
      )
    case .notUnderstood(let typed, let suggestion):
      let end = suggestion.map { "Did you mean “\($0)”?" } ?? "Type a number, or ? for help."
      page.paragraph("I did not understand “\(excerpt(typed))”. \(end)")
    case .noDate(let typed): page.paragraph("“\(excerpt(typed))” is not a date. Type it like 3/20/2026.")
    case .code(let card): writeCode(card, on: &page)
    case .topics: writeTopics(on: &page)
    case .talkHelp: writeTalkHelp(on: &page)
    case .nothingTyped: page.paragraph("Type a number or a word, ? for help, or quit.")
    case .help(let question): question.writeHelp(on: &page)
    case .why(let outlook): outlook.write(on: &page)
    case .notSure(let outlook): writeNotSure(outlook, on: &page)
    case .reopened(let step): page.item("->", "Changing: \(step.question.ask)", indent: 0, hang: 3)
    case .wentBack: page.paragraph("Undone.")
    case .atBeginning: page.paragraph("There is nothing to undo.")
    case .review: writeReview(on: &page)
    case .restarted: page.paragraph("Starting over.")
    case .settled, .details, .show, .whyNot, .note, .save, .finished, .quit: break
    }
    return page.text
  }

  /// What was understood, each item numbered as `change` takes it.
  private func write(_ reading: Reading, on page: inout TextPage) {
    for correction in reading.corrections {
      page.paragraph("Read “\(correction.written)” as “\(correction.asWord)”.")
    }
    guard !visit.services.isEmpty else { return }
    page.paragraph("I understood:")
    writeItems(on: &page)
    let unused = reading.unused.filter { $0.contains(where: \.isLetter) }
    if !unused.isEmpty {
      page.paragraph("Not used: \(unused.map { excerpt($0) }.joined(by: ", "))", indent: 2)
    }
  }

  private func writeItems(on page: inout TextPage) {
    var number = 0
    for (index, _) in visit.services.enumerated() {
      page.item("-", title(of: index), hang: 2, .code)
      for item in items where item.service == index {
        number += 1
        page.item("\(number)", "\(item.step.question.ask) \(item.step.answer.label)", indent: 4, hang: 3)
      }
    }
  }

  private func writeReview(on page: inout TextPage) {
    if visit.services.isEmpty { return page.paragraph("Nothing has been answered yet.") }
    writeItems(on: &page)
    page.paragraph("To change an answer, type “change” and its number.")
  }

  /// The topics with other words for them: all, or those that ambiguous words can mean.
  private func writeTopics(on page: inout TextPage) {
    var listed = topics
    if case .meaning(_, let choices) = stage { listed = choices.map(\.topic).uniqued(by: \.id) }
    for topic in listed { page.item("-", ([topic.title] + topic.also.prefix(4)).joined(by: ", "), hang: 2) }
  }

  private func writeTalkHelp(on page: inout TextPage) {
    let commands = [
      ("details", "everything there is to say"), ("chart", "what to write in the chart"),
      ("payers", "what plans tend to do"), ("sources", "what this rests on"),
      ("disputes", "where sources disagree"), ("why", "the answers and the reasons"),
      ("why not D0470", "why a code was ruled out"), ("changes", "what other answers would change"),
      ("change 2", "change an answer; review lists them"), ("another pano", "add a service to the visit"),
      ("note", "a note for the chart"), ("save FILE", "save everything to a file"),
      ("new", "start another visit"), ("Enter", "finish"),
    ]
    for (command, meaning) in commands { page.item(command, meaning, hang: 16, .code) }
  }

  private func writeCode(_ card: CodeCard, on page: inout TextPage) {
    page.item(card.code.id, card.code.label, indent: 0, hang: 7, .code)
    let ways = book.topics.flatMap { topic in topic.paths(to: card.code.id).prefix(2).map { (topic, $0) } }
    for (topic, way) in ways.prefix(4) { page.item("-", "\(topic.title): \(topic.labels(way))", hang: 2) }
    page.paragraph("More: cdtadvise explain \(card.code.id)")
  }

  private func writeNotSure(_ outlook: Outlook, on page: inout TextPage) {
    if isAnswered {
      if let why = outlook.question.why { page.paragraph(why) }
    } else {
      outlook.write(on: &page)
    }
    if let lookIn = outlook.question.lookIn { page.paragraph("Where to look: \(lookIn)") }
    if !isAnswered { page.paragraph("The question stays open. Type “back” to answer it.") }
  }
}

extension Meaning {
  fileprivate var topic: Topic {
    switch self {
    case .service(let topic), .answer(let topic, _, _): topic
    }
  }

  /// What the meaning is called.
  var label: String {
    switch self {
    case .service(let topic): topic.title
    case .answer(let topic, _, let answer): "\(answer.label) (\(topic.title.lowercasedFirst))"
    }
  }
}

extension Question {
  fileprivate func writeHelp(on page: inout TextPage) {
    if let why { page.paragraph(why) }
    if let help { page.paragraph(help) }
    if let lookIn { page.paragraph("Where to look: \(lookIn)") }
    for answer in answers where answer.help != nil || !answer.also.isEmpty {
      let also = Array(answer.also.prefix(4)).joined(by: ", ")
      let help = answer.help ?? (also.isEmpty ? "" : "also: \(also)")
      page.item("-", "\(answer.label): \(help)", hang: 2)
    }
    page.paragraph("Other commands: why, not sure, back, review, restart, quit")
  }
}

extension Outlook {
  fileprivate func write(on page: inout TextPage) {
    if let why = question.why { page.paragraph(why) }
    page.paragraph("What each answer can lead to:")
    writeOutcomes(on: &page)
  }

  fileprivate func writeOutcomes(on page: inout TextPage) {
    for (answer, codes) in outcomes {
      page.item("-", "\(answer.label): \(codes.isEmpty ? "no code" : codes.joined(by: " "))", hang: 2)
    }
  }
}

extension Conversation {
  /// The advice so far on one screen; what depends on an open question instead where nobody was sure.
  package func answer(_ style: TextStyle) -> String {
    guard let view else { return openQuestions(style) }
    return view.screen(style, ways: .words)
  }

  /// What a reply asks to see of the advice.
  package func talk(_ reply: Reply, _ style: TextStyle) -> String {
    guard let view else { return openQuestions(style) }
    switch reply {
    case .details: return view.details(style)
    case .show(let section): return view.section(section, style)
    case .note: return view.services.map { $0.chartNote(style) }.joined(separator: "\n")
    case .whyNot(let code): return whyNot(code, style)
    default: return ""
    }
  }

  /// The advice; nil while a question is open.
  var view: AdviceView? {
    guard case .advises(let advice) = book.evaluate(visit) else { return nil }
    return AdviceView(advice, by: book, titles: visit.services.indices.map(title))
  }

  private func whyNot(_ code: String, _ style: TextStyle) -> String {
    visit.services.compactMap { service -> String? in
      guard case .advises(let conclusion) = service.topic.evaluate(service.answers, facts: visit.facts)
      else { return nil }
      return service.topic.whyNot(code, conclusion.advice(on: visit.day, by: book)).text(style)
    }.joined(separator: "\n")
  }

  /// The questions that nobody was sure about, and what each answer leads to.
  private func openQuestions(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for index in visit.services.indices { writeDecided(index, on: &page) }
    page.heading("Not decided yet: it depends on what you were not sure about.", .care)
    for (service, question) in unsure {
      if visit.services.count > 1 { page.paragraph("\(service + 1). \(title(of: service))") }
      page.heading(question.ask)
      Outlook(question, in: visit.services[service].topic, answers(service)).writeOutcomes(on: &page)
    }
    page.paragraph("Type “back” to answer, or press Enter to stop here.")
    return page.text
  }

  /// A line with the codes of a service that is decided while another one is not.
  private func writeDecided(_ index: Int, on page: inout TextPage) {
    guard case .advises(let conclusion) = visit.services[index].topic.evaluate(answers(index)) else { return }
    let codes = conclusion.advice(on: visit.day, by: book).reported
    page.item("-", "\(title(of: index)): \(codes.isEmpty ? "no code" : codes.joined(by: ", "))", hang: 2)
  }
}
