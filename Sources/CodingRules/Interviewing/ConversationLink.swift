extension Conversation {
  /// The conversation as text for a URL, including open questions.
  ///
  /// `on=2026-03-02,claim=dental/model,purpose=device/panoramic,?/?scan,model,cbct`: the visit, each
  /// service (with `?` if its open question stays open), and ambiguous words. Values are
  /// percent-encoded; the user's name for a service follows `~`.
  package var link: String {
    var visitParts = ["on=\(visit.day)"]
    if state.isSurgerySettled { visitParts.append("surgery=\(visit.surgery?.description ?? "unknown")") }
    let services = visit.services.indices.map { index in
      var parts = [visit.services[index].topic.id]
      if !state.names[index].isEmpty { parts.append("~" + state.names[index].percentEncoded) }
      parts += visit.services[index].answers.linkParts
      if open(index).map({ isUnsure(index, $0) }) ?? false { parts.append("?") }
      return parts
    }
    let ambiguities = state.ambiguities.map {
      ["?" + $0.words.percentEncoded] + $0.could.map(\.percentEncoded)
    }
    return ([visitParts + visit.facts.linkParts] + services + ambiguities).map { $0.joined(separator: ",") }
      .joined(separator: "/")
  }

  /// Restores a conversation from a link, omitting parts unknown to the book.
  ///
  /// - Parameter today: The date of service if the link does not give one.
  /// - Returns: The conversation and the omitted parts of the link.
  package static func restored(
    _ link: String, _ book: RuleBook, reader: SentenceReader? = nil, today: CalendarDay
  ) -> (conversation: Conversation, leftOut: [String]) {
    var parser = LinkParser(book, State(visit: Visit(day: today, services: [])))
    for part in link.split(separator: "/").prefix(Visit.maxServices) { parser.read(part) }
    var conversation = Conversation(book, parser.state, reader: reader)
    for service in parser.unsureServices { conversation.leaveOpen(service) }
    return (conversation, parser.leftOut)
  }

  /// Marks the open question of a service as "not sure".
  private mutating func leaveOpen(_ service: Int) {
    if let question = open(service) { setUnsure(service, question) }
  }
}

extension Topic {
  /// Returns a link to a conversation about the topic with those of the answers its path asks for.
  package func link(_ answers: Answers) -> String {
    ([id] + Answers(path(answers).steps).linkParts).joined(separator: ",")
  }
}

/// A parser of the parts of a link.
private struct LinkParser {
  var state: Conversation.State
  private(set) var unsureServices: [Int] = []
  private(set) var leftOut: [String] = []
  private let book: RuleBook

  init(_ book: RuleBook, _ state: Conversation.State) {
    self.book = book
    self.state = state
  }

  mutating func read(_ part: Substring) {
    let pieces = part.split(separator: ",").map { $0.percentDecoded }
    guard let first = pieces.first else { return }
    if first.hasPrefix("?") {
      let ambiguity = Ambiguity(words: String(first.dropFirst()), could: Array(pieces.dropFirst()))
      if ambiguity.meanings(in: book).isEmpty {
        leftOut.append(first)
      } else {
        state.ambiguities.append(ambiguity)
      }
    } else if first.contains("=") {
      for piece in pieces { readVisit(piece) }
    } else if let topic = book.topic(first) {
      state.add(topic)
      for piece in pieces.dropFirst() { readService(piece, topic) }
    } else {
      leftOut.append(pieces.joined(separator: ", "))
    }
  }

  private mutating func readVisit(_ piece: String) {
    let (name, value) = piece.pair
    switch (name, CalendarDay(value)) {
    case ("on", let day?): state.visit.day = day
    case ("surgery", let day) where day != nil || value == "unknown":
      (state.visit.surgery, state.isSurgerySettled) = (day, true)
    default:
      let questions = book.topics.flatMap(\.visitQuestions).filter { $0.field == name }
      if questions.contains(where: { $0.answer(id: value) != nil }) {
        state.visit.facts[name] = value
      } else {
        leftOut.append(piece)
      }
    }
  }

  private mutating func readService(_ piece: String, _ topic: Topic) {
    let service = state.visit.services.count - 1
    let (name, value) = piece.pair
    if piece == "?" {
      unsureServices.append(service)
    } else if piece.hasPrefix("~") {
      state.names[service] = String(piece.dropFirst())
    } else if topic.questions.contains(where: { $0.field == name && $0.answer(id: value) != nil }) {
      state.visit.services[service].answers[name] = value
    } else {
      leftOut.append(piece)
    }
  }
}

extension Answers {
  fileprivate var linkParts: [String] {
    fields.compactMap { field in
      self[field].map { "\(field.percentEncoded)=\($0.percentEncoded)" }
    }
  }
}

extension StringProtocol {
  /// The text before the first `=` and the text after it.
  fileprivate var pair: (name: String, value: String) {
    let parts = split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}
