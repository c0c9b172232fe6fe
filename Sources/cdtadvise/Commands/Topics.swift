import CodingRules

extension RuleBook {
  /// The topic that a word names exactly: its id, its title or another of its words, case and
  /// spaces forgiven.
  func topic(called word: String) -> Topic? {
    if let topic = topic(word) { return topic }
    let key = nameKey(word)
    guard !key.isEmpty else { return nil }
    return topics.first { $0.names.contains { nameKey($0) == key } }
  }

  /// The topic that a mistyped word may mean.
  func topic(near word: String) -> String? {
    let key = nameKey(word)
    let named = topics.named(word)
    if named.count == 1 { return named[0].id }
    let nearest = nearestName(to: key, among: topics.flatMap { $0.names.map(nameKey) })
    return nearest.flatMap { topic(called: $0)?.id }
  }
}

extension Run {
  /// The topic that the operand names, or the main one.
  func topic(in book: RuleBook) throws(Failure) -> Topic {
    let operands = arguments.operands
    let named = operands.first.map { word in (word, book.topic(called: word)) }
    if let (word, topic) = named, topic == nil { throw unknownTopic(word, book) }
    if operands.count > 1 { throw .unexpectedArgument(operands[1]) }
    guard let topic = named?.1 ?? book.topics.first else { throw .unknownTopic("", suggestion: nil) }
    return topic
  }

  private func unknownTopic(_ word: String, _ book: RuleBook) -> Failure {
    if book.card(word.uppercased()) != nil {
      return .unknownWord(word, suggestion: "explain \(word.uppercased())")
    }
    // After `--`, a word that is a command can only be meant as a topic.
    if arguments.isCommandNamed || CommandName(typed: word) != nil {
      return .unknownTopic(word, suggestion: book.topic(near: word))
    }
    let commands = Command.all.map(\.name)
    let flags = Flag.common.map(\.name)
    switch nearestName(to: word, among: commands + flags) {
    case let name? where flags.contains(name): return .unknownWord(word, suggestion: "--\(name)")
    case let name?: return .unknownWord(word, suggestion: name)
    case nil: return .unknownWord(word, suggestion: book.topic(near: word))
    }
  }
}
