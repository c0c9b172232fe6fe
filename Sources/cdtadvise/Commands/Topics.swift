import CodingRules

extension Run {
  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    let operands = arguments.operands
    let named = operands.first.map { word in (word, book.namedTopic(word)) }
    if let (word, topic) = named, topic == nil { throw unknownTopic(word, book) }
    if operands.count > 1 { throw .unexpectedArgument(operands[1]) }
    return named?.1 ?? book.mainTopic
  }

  private func unknownTopic(_ word: String, _ book: RuleBook) -> Failure {
    if book.card(word.uppercased()) != nil {
      return .unknownWord(word, suggestion: "explain \(word.uppercased())")
    }
    // After `--`, a word that is a command can only be meant as a topic.
    if arguments.isCommandNamed || CommandName(typed: word) != nil {
      return .unknownTopic(word, suggestion: book.nearestTopic(to: word))
    }
    let commands = Command.all.map(\.name)
    let flags = Flag.common.map(\.name)
    let begun = word.count > 1 ? commands.first { $0.hasPrefix(word) } : nil
    switch begun ?? nearestName(to: word, among: commands + flags) {
    case let name? where flags.contains(name): return .unknownWord(word, suggestion: "--\(name)")
    case let name?: return .unknownWord(word, suggestion: name)
    case nil: return .unknownWord(word, suggestion: book.nearestTopic(to: word))
    }
  }
}
