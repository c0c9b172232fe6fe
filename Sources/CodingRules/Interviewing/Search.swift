/// A subject that can be explained.
package enum Subject: Sendable {
  /// A code.
  case code(CodeCard)
  /// A device that includes its working impression or scan.
  case device(Device)
}

extension RuleBook {
  /// Returns the topic with this id, title or other name, ignoring case and spaces.
  package func namedTopic(_ word: String) -> Topic? { topic(word) ?? topics.exactly(word) }

  /// Returns the id of the topic whose name is closest to a word; nil if none is close.
  package func nearestTopic(to word: String) -> String? {
    nearestName(to: nameKey(word), among: topics.flatMap { $0.names.map(nameKey) }).flatMap {
      namedTopic($0)?.id
    }
  }

  /// Returns the subjects with a name: the code; or else exact matches among codes and devices; or
  /// else prefix matches; or else the codes that an answer with this name reports.
  package func subjects(named words: String) -> [Subject] {
    if let card = card(words.uppercased()) { return [.code(card)] }
    if CodeRange.isCode(words.uppercased()) { return devices(of: words.uppercased()).map(Subject.device) }
    let key = nameKey(words)
    guard !key.isEmpty else { return [] }
    let named =
      cards.map { (Subject.code($0), [$0.code.label] + $0.also) }
      + devices.map { (Subject.device($0), [$0.id, $0.label] + $0.also) }
    let keys = named.map { ($0.0, $0.1.map(nameKey)) }
    let tests: [(String) -> Bool] = [{ $0 == key }, { $0.hasWord(beginning: key) }]
    for test in tests {
      let found = keys.filter { $0.1.contains(where: test) }.map(\.0)
      if !found.isEmpty { return found }
    }
    return codesOfAnswers(named: words)
  }

  /// Returns the code or name closest to a word; nil if none is close, or for an unknown code.
  package func nearestSubject(to word: String) -> String? {
    if CodeRange.isCode(word.uppercased()) { return nil }
    let names = cards.flatMap { [$0.code.id] + $0.also } + devices.flatMap { [$0.label] + $0.also }
    return nearestName(to: word, among: names)
  }

  /// Returns the devices whose ranges include a code.
  private func devices(of code: String) -> [Device] {
    devices.filter { $0.ranges.contains { $0.codes.contains(code) } }
  }

  private func codesOfAnswers(named words: String) -> [Subject] {
    let answers = topics.flatMap(\.questions).compactMap { $0.answer(named: words) }
    return answers.flatMap(\.reportable).uniqued().compactMap { card($0).map(Subject.code) }
  }
}
