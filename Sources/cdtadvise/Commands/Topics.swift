import CodingRules

extension Run {
  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    let operands = arguments.operands
    guard let word = operands.first else { return book.mainTopic }
    guard let topic = book.namedTopic(word) else { throw unknownTopic(word, book) }
    if operands.count > 1 { throw .unexpectedArgument(operands[1]) }
    return topic
  }

  private func unknownTopic(_ word: String, _ book: RuleBook) -> Failure {
    // After `--`, a word that is a command can only be meant as a topic.
    if arguments.isCommandNamed || CommandName(typed: word) != nil {
      return .unknown(.topic, word, suggestion: book.nearestTopic(to: word))
    }
    return unknownWord(word, book)
  }

  /// The failure for a word that is neither a command nor a topic nor understood otherwise.
  func unknownWord(_ word: String, _ book: RuleBook) -> Failure {
    let commands = Command.all.map(\.name)
    // Only behind `--` is a command no command.
    if commands.contains(word) { return .unexpectedArgument("--") }
    let flags = Flag.common.map(\.name)
    let begun = word.count > 1 ? commands.first { $0.hasPrefix(word) } : nil
    switch begun ?? nearestName(to: word, among: commands + flags) {
    case let name? where flags.contains(name): return .unknown(.commandOrTopic, word, suggestion: "--\(name)")
    case let name?: return .unknown(.commandOrTopic, word, suggestion: name)
    case nil: return .unknown(.commandOrTopic, word, suggestion: book.nearestTopic(to: word))
    }
  }
}
