import CodingRules

extension Run {
  /// The sentence to read: that of `--say`, or operands that name no topic; nil without either.
  func sentence(for book: RuleBook) throws(Failure) -> String? {
    if let text = arguments[.say] { return text }
    if arguments.operands.isEmpty { return nil }
    let words = arguments.operands.joined(separator: " ")
    guard book.namedTopic(words) != nil else { return words }
    // Some topics, such as "splint", have other meanings, too.
    let canMeanMore = !arguments.isCommandNamed && arguments.answerFlags.isEmpty && canAsk
    return canMeanMore && !book.sentenceReader.read(words).ambiguities.isEmpty ? words : nil
  }

  /// Advises on a sentence and flags; asks the questions that are left, or lists them.
  func advise(on sentence: String, by book: RuleBook) throws(Failure) -> Outcome {
    if let card = book.card(sentence.uppercased()) {
      return Outcome(text: book.text([card], detail, style, plans, on: try day()))
    }
    let topic = arguments[.say] == nil || arguments.operands.isEmpty ? nil : try topic(in: book)
    let reader = book.sentenceReader
    var conversation = Conversation(book, visit: Visit(day: try day(), services: []), reader: reader)
    let reading = reader.read(sentence, on: conversation.visit.day, of: topic)
    let isCorrected = !reading.corrections.isEmpty
    guard !reading.isEmpty, !isCorrected || nearestName(to: sentence, among: Command.all.map(\.name)) == nil
    else {
      throw arguments.operands.count == 1 && arguments[.say] == nil && !sentence.contains(" ")
        ? unknownWord(sentence, book) : .sentenceNotUnderstood(sentence)
    }
    let reply = conversation.take(reading, from: sentence)
    let fields = conversation.visit.services.flatMap(\.topic.fields).uniqued()
    let words = try arguments.answerWords(where: fields.contains, fields: fields)
    try rethrow(conversation.set(words), as: Failure.unknownAnswer)
    try checkReview(of: conversation.visit.day, by: book)
    if canAsk, !conversation.isAnswered { return try converse(conversation, after: reply) }
    let understood = conversation.text(of: reply, errorStyle)
    if !arguments.has(.quiet), !understood.isEmpty { terminal.say(understood + "\n") }
    return try outcome(of: conversation)
  }

  /// The advice on a conversation: on one service as `ask` gives it, on several as `visit` does.
  func outcome(of conversation: Conversation) throws(Failure) -> Outcome {
    if case .meaning = conversation.stage {
      return pending(json: conversation.ambiguityJSON, text: conversation.question(errorStyle))
    }
    let (visit, book) = (conversation.visit, conversation.book)
    guard visit.services.count == 1, arguments.command.name == Command.ask.name else {
      return try outcome(of: visit, book)
    }
    var service = visit.services[0]
    service.answers = service.answers.completed(by: visit.facts)
    return try outcome(of: service, on: visit.day, by: book)
  }
}
