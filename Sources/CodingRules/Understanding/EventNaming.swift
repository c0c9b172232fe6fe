/// What follows from what segments say.
extension EventFinder {
  /// Adds the signals that follow from others, by the rules in their order.
  mutating func derive(_ index: Int) {
    lexicon.derivations.apply(to: &events[index], in: stated) { event, signals, units in
      for signal in signals { event.state(signal, units) }
    }
  }

  /// Finds the services that a segment names.
  mutating func nameTopics(_ index: Int) {
    let event = events[index]
    let isUsed = !event.stated.isDisjoint(with: lexicon.using)
    let isUndone = !event.denied.isDisjoint(with: lexicon.creating)
    for part in segments[index].parts where part.kinds.contains(.thing) {
      for signal in lexicon.signals(of: part.meanings) {
        guard let topic = lexicon.topicOfSignal[signal] else { continue }
        if part.status == .denied || isUndone { continue }
        if part.status == .stated, !isUsed, hasCompany(signal, index) {
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

  /// Whether a thing is with what it needs: in its own segment where that has an act, else anywhere.
  private func hasCompany(_ signal: Int, _ index: Int) -> Bool {
    let (with, without) = lexicon.company[signal]
    let own = events[index].stated
    let company = segments[index].hasAct ? own : stated
    return own.isDisjoint(with: without) && (with.isEmpty || isBare || !company.isDisjoint(with: with))
  }

  /// The topics that a segment is about.
  func topics(_ index: Int) -> [Int] {
    let event = events[index]
    guard event.namedTopics.isEmpty else { return event.namedTopics }
    let before = isOfNext(index) ? nil : events[..<index].last { !$0.namedTopics.isEmpty }
    let nearest = before ?? events[index...].first { !$0.namedTopics.isEmpty }
    guard let nearest else { return [] }
    var topics: [Int] = []
    for other in events where other.group == nearest.group {
      for topic in other.namedTopics where !topics.contains(topic) { topics.append(topic) }
    }
    return topics.filter { !event.barred.contains($0) }
  }

  /// Whether an act is done to the things of the next: "took and read a pano".
  private func isOfNext(_ index: Int) -> Bool {
    let segment = segments[index]
    guard let next = segments.dropFirst(index + 1).first else { return false }
    return segment.hasAct && !segment.hasThing && !segment.hasPronoun && next.link == .and
      && next.beginsWithAct && next.hasThing && !next.hasActor
  }
}
