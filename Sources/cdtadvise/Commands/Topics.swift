import CodingRules

extension RuleBook {
  /// The topic that a word names exactly: its id, its title or another of its words, case and
  /// spaces ignored.
  func topic(called word: String) -> Topic? { topic(word) ?? topics.exactly(word) }

  /// The topic that a mistyped word may mean.
  func topic(near word: String) -> String? {
    let nearest = nearestName(to: nameKey(word), among: topics.flatMap { $0.names.map(nameKey) })
    return nearest.flatMap { topics.exactly($0)?.id }
  }
}

extension Run {
  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    let operands = arguments.operands
    guard let word = operands.first else { return book.mainTopic }
    guard let topic = book.topic(called: word) else { throw unknownTopic(word, book) }
    if operands.count > 1 { throw .unexpectedArgument(operands[1]) }
    return topic
  }

  private func unknownTopic(_ word: String, _ book: RuleBook) -> Failure {
    // After `--`, a word that is a command can only be meant as a topic.
    if arguments.isCommandNamed || CommandName(typed: word) != nil {
      return .unknownTopic(word, suggestion: book.topic(near: word))
    }
    return unknownWord(word, book)
  }

  /// The failure for a word that is neither a command nor a topic nor understood otherwise.
  func unknownWord(_ word: String, _ book: RuleBook) -> Failure {
    let commands = Command.all.map(\.name)
    let flags = Flag.common.map(\.name)
    switch nearestName(to: word, among: commands + flags) {
    case let name? where flags.contains(name): return .unknownWord(word, suggestion: "--\(name)")
    case let name?: return .unknownWord(word, suggestion: name)
    case nil: return .unknownWord(word, suggestion: book.topic(near: word))
    }
  }
}
