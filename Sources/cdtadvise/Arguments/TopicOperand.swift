import CodingRules

extension Run {
  /// The topic that the operand names, by default the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    let operands = arguments.operands
    guard let word = operands.first else { return book.mainTopic }
    guard let topic = book.namedTopic(word) else { throw unknownTopic(word, book) }
    if operands.count > 1 { throw .unexpectedArgument(operands[1]) }
    return topic
  }

  private func unknownTopic(_ word: String, _ book: RuleBook) -> Failure {
    // The name of a command after `--` can only be meant as a topic.
    if arguments.isCommandNamed || Command.named(word) != nil {
      return .unknown(.topic, word, suggestion: book.nearestTopic(to: word))
    }
    return unknownWord(word, book)
  }

  /// The failure for a word that means nothing, with the nearest command, flag or topic.
  func unknownWord(_ word: String, _ book: RuleBook) -> Failure {
    let commands = Command.all.map(\.name)
    // The name of a command is an operand only after `--`.
    if commands.contains(word) { return .unexpectedArgument("--") }
    let flags = Flag.common.map(\.name)
    let begun = word.count > 1 ? commands.first { $0.hasPrefix(word) } : nil
    let name = (begun ?? nearestName(to: word, among: commands + flags)).map {
      flags.contains($0) ? "--\($0)" : $0
    }
    return .unknown(.commandOrTopic, word, suggestion: name ?? book.nearestTopic(to: word))
  }
}
