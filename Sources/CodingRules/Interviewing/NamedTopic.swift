extension RuleBook {
  /// The topic that a word names exactly: its id, its title or another of its words, case and
  /// spaces forgiven.
  package func namedTopic(_ word: String) -> Topic? {
    if let topic = topic(word) { return topic }
    let key = nameKey(word)
    guard !key.isEmpty else { return nil }
    return topics.first { $0.names.contains { nameKey($0) == key } }
  }

  /// The id of the topic that a mistyped word may mean; nil when none or several come near.
  package func nearestTopic(to word: String) -> String? {
    let key = nameKey(word)
    let named = topics.named(word)
    if named.count == 1 { return named[0].id }
    let nearest = nearestName(to: key, among: topics.flatMap { $0.names.map(nameKey) })
    return nearest.flatMap { namedTopic($0)?.id }
  }
}
