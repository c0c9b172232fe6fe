extension RuleBook {
  /// The topic that a word names exactly: its id, its title or another of its words; case and spaces are ignored.
  package func namedTopic(_ word: String) -> Topic? { topic(word) ?? topics.exactly(word) }

  /// The id of the topic that a mistyped word may mean; nil when none comes near.
  package func nearestTopic(to word: String) -> String? {
    nearestName(to: nameKey(word), among: topics.flatMap { $0.names.map(nameKey) }).flatMap {
      namedTopic($0)?.id
    }
  }
}
