extension RuleBook {
  /// Returns the topic with this id, title or other name, ignoring case and spaces.
  package func namedTopic(_ word: String) -> Topic? { topic(word) ?? topics.exactly(word) }

  /// Returns the id of the topic whose name is closest to a word; nil if none is close.
  package func nearestTopic(to word: String) -> String? {
    nearestName(to: nameKey(word), among: topics.flatMap { $0.names.map(nameKey) }).flatMap {
      namedTopic($0)?.id
    }
  }
}
