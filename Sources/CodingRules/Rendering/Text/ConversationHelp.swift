/// Help texts for questions, including those left as "not sure".
extension Conversation {
  /// Writes the topics with their other names: all, or the possible meanings of ambiguous words.
  func writeTopics(on page: inout TextPage) {
    if case .meaning(_, let choices) = stage {
      for topic in choices.map(\.topic).uniqued(by: \.id) { page.bullet(topic.nameList) }
      return
    }
    for (index, topic) in topics.enumerated() {
      page.item("\(index + 1)", topic.nameList, hang: 4, .code)
    }
    if case .opening = stage { return }
    page.paragraph("To add one, type “another” and its number or name.")
  }

  /// Writes the commands available after the answer.
  func writeTalkHelp(on page: inout TextPage) {
    let commands = [
      ("details", "everything there is to say"), ("chart", "what to write in the chart"),
      ("payers", "what plans tend to do"), ("sources", "what this rests on"),
      ("disputes", "where sources disagree"), ("why", "the answers and the reasons"),
      ("why not D0470", "why a code was ruled out"), ("changes", "what other answers would change"),
      ("change 2", "change an answer; review lists them"), ("another pano", "add a service to the visit"),
      ("remove 2", "remove a service"),
      ("3/20/2026", "change the date of service"),
      ("note", "a note for the chart"), ("save FILE", "save everything to a file"),
      ("new", "start another visit"), ("Enter", "finish"),
    ]
    for (command, meaning) in commands { page.item(command, meaning, hang: 16, .code) }
  }

  /// Writes a code and the answers that lead to it.
  func writeCode(_ card: CodeCard, on page: inout TextPage) {
    page.item(card.code.id, card.code.label, indent: 0, hang: 7, .code)
    let ways = book.topics.flatMap { topic in topic.paths(to: card.code.id).prefix(2).map { (topic, $0) } }
    for (topic, way) in ways.prefix(4) { page.bullet("\(topic.title): \(topic.labels(way))") }
    page.paragraph("More: cdtadvise explain \(card.code.id)")
  }

  /// Writes what depends on a question left as "not sure", and where to look for the answer.
  func writeNotSure(_ outlook: Outlook, on page: inout TextPage) {
    if let why = outlook.question.why { page.paragraph(why) }
    if !isAnswered { outlook.write(on: &page, by: book) }
    if let lookIn = outlook.question.lookIn { page.paragraph("Where to look: \(lookIn)") }
    if !isAnswered { page.paragraph("The question stays open. Type “back” to answer it.") }
  }
}

extension Topic {
  /// The title with other names.
  fileprivate var nameList: String { ([title] + also.prefix(4)).joined(by: ", ") }
}

extension Meaning {
  fileprivate var topic: Topic {
    switch self {
    case .service(let topic), .answer(let topic, _, _): topic
    }
  }

  /// The label of the meaning.
  var label: String {
    switch self {
    case .service(let topic): topic.title
    case .answer(let topic, _, let answer): "\(answer.label) (\(topic.title.lowercasedFirst))"
    }
  }
}

extension Question {
  /// Writes why the question is asked, help with it, and other names of the answers.
  func writeHelp(on page: inout TextPage) {
    if let why { page.paragraph(why) }
    if let help { page.paragraph(help) }
    if let lookIn { page.paragraph("Where to look: \(lookIn)") }
    for answer in answers where answer.help != nil || !(isLong || answer.also.isEmpty) {
      let help = answer.help ?? "also: \(Array(answer.also.prefix(4)).joined(by: ", "))"
      page.bullet("\(answer.label): \(help)")
    }
    let others = answers.prefix(4).compactMap { $0.also.first }.joined(by: ", ")
    if isLong, !others.isEmpty { page.paragraph("Other names work too: \(others) …") }
    page.paragraph("Other commands: why, not sure, back, review, change 2, remove 2, restart, quit")
  }
}

extension Outlook {
  /// Writes what each answer can lead to, grouped by outcome if there are many answers.
  func write(on page: inout TextPage, isNumbered: Bool = true, by book: RuleBook) {
    page.paragraph("What each answer can lead to:")
    if question.isLong { return writeGroups(on: &page, by: book) }
    for (index, (answer, codes)) in outcomes.enumerated() {
      let lead = isNumbered ? "\(index + 1)" : "-"
      page.item(lead, "\(answer.label): \(book.list(codes))", hang: lead.utf8.count + 1, .code)
    }
  }

  private func writeGroups(on page: inout TextPage, by book: RuleBook) {
    for codes in outcomes.map(\.codes).uniqued(by: { $0.joined(by: " ") }) {
      let labels = outcomes.filter { $0.codes == codes }.map(\.answer.label)
      let more = labels.count > 5 ? "; \(labels.count - 4) more" : ""
      let shown = Array(labels.prefix(more.isEmpty ? 5 : 4)).joined(by: "; ")
      page.bullet("\(shown)\(more): \(book.list(codes))")
    }
  }
}

extension RuleBook {
  /// Returns codes with their labels; only the codes if there are many.
  fileprivate func list(_ codes: [String]) -> String {
    if codes.isEmpty { return "no extra code" }
    if codes.count > 2 { return codes.joined(by: " ") }
    return codes.compactMap(code).map { "\($0.id) (\($0.label))" }.joined(by: ", ")
  }
}
