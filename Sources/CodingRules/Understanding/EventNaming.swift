/// What follows from what segments say.
extension EventFinder {
  /// Adds the signals that follow from others, by the rules in their order.
  mutating func derive(_ index: Int) {
    lexicon.derivations.apply(to: &events[index], in: stated) { event, signals, units in
      for signal in signals { event.state(signal, units) }
    }
  }

  /// Leaves what is said of things before open where foreign words say what was done next: "poured, then shelved".
  mutating func doubt(_ index: Int) {
    guard segments[index].isDoubted, segments[index].hasAct, !segments[index].hasThing else { return }
    events[index].doubted += events[index].about
  }

  /// Finds the services that a segment names.
  mutating func nameTopics(_ index: Int) {
    let event = events[index]
    let isUsed = !event.stated.isDisjoint(with: lexicon.using)
    let isUndone = !event.denied.isDisjoint(with: lexicon.creating)
    for part in segments[index].parts where part.kinds.contains(.thing) {
      for signal in lexicon.signals(of: part.meanings) {
        guard let topic = lexicon.topicOfSignal[signal] else { continue }
        if part.status == .open, segments[index].isDoubted { events[index].doubted.append(topic) }
        if part.status == .denied || isUndone {
          events[index].deniedTopics.append(topic)
        } else if part.status == .stated, !isUsed, hasCompany(signal, index) {
          events[index].name(topic)
        } else {
          events[index].barred.append(topic)
        }
      }
    }
    for signal in lexicon.derived where event.stated.contains(signal) {
      if let topic = lexicon.topicOfSignal[signal] { events[index].name(topic) }
    }
  }

  /// Gives what is said of some topics to the topic of a thing that they are part of here.
  mutating func absorb(_ topics: [Int], _ signal: Int) {
    guard let topic = lexicon.topicOfSignal[signal],
      events.contains(where: { $0.namedTopics.contains(topic) })
    else { return }
    for index in events.indices { events[index].replace(topics, by: topic) }
  }

  /// Whether a thing is with what it needs: in its own segment where that has an act or is not understood as a whole,
  /// else anywhere.
  private func hasCompany(_ signal: Int, _ index: Int) -> Bool {
    let (with, without) = lexicon.company[signal]
    let own = events[index].stated
    let company = segments[index].hasAct || segments[index].hasUnknownWord ? own : stated
    return own.isDisjoint(with: without) && (with.isEmpty || isBare || !company.isDisjoint(with: with))
  }

  /// The topics that a segment is about.
  func topics(_ index: Int) -> [Int] {
    let event = events[index]
    guard event.namedTopics.isEmpty else { return event.namedTopics }
    let before = events[..<index].last { !$0.namedTopics.isEmpty }
    let nearest = before ?? events[index...].first { !$0.namedTopics.isEmpty }
    guard let nearest else { return [] }
    var topics: [Int] = []
    for other in events where other.group == nearest.group {
      for topic in other.namedTopics where !topics.contains(topic) { topics.append(topic) }
    }
    topics.removeAll(where: event.barred.contains)
    return event.deniedTopics.isEmpty ? topics : topics.filter(event.deniedTopics.contains)
  }
}
