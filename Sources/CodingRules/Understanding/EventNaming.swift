/// Inferences from the meanings of segments.
extension EventFinder {
  /// Adds the signals that follow from others, applying rules in order.
  mutating func derive(_ index: Int) {
    lexicon.derivations.apply(to: &events[index], in: stated) { event, signals, units in
      for signal in signals { event.state(signal, units.hull) }
    }
  }

  /// Finds the services a segment names.
  mutating func nameTopics(_ index: Int) {
    let event = events[index]
    let isUsed = !event.stated.isDisjoint(with: lexicon.using)
    let isUndone = !event.denied.isDisjoint(with: lexicon.creating)
    for part in segments[index].parts where part.kinds.contains(.thing) {
      for signal in lexicon.signals(of: part.meanings) {
        guard let topic = lexicon.topicOfSignal[signal] else { continue }
        if part.status == .denied || isUndone { continue }
        if part.status == .stated, !isUsed, hasContext(signal, index) {
          events[index].name(topic, [part.units])
        } else {
          events[index].barred.append(topic)
        }
      }
    }
    for signal in lexicon.derived where event.stated.contains(signal) {
      if let topic = lexicon.topicOfSignal[signal] { events[index].name(topic, event.units(of: [signal])) }
    }
  }

  /// Attributes what is said about some topics to the topic that absorbs them in this sentence.
  mutating func absorb(_ topics: [Int], _ signal: Int) {
    if let topic = lexicon.topicOfSignal[signal],
      events.contains(where: { $0.namedTopics.contains(topic) })
    {
      for index in events.indices { events[index].replace(topics, by: topic) }
    }
  }

  /// Whether a thing has the context it requires: in its own segment or, if that has no act, in one
  /// of the same service.
  private func hasContext(_ signal: Int, _ index: Int) -> Bool {
    let (with, without) = lexicon.context[signal]
    guard events[index].stated.isDisjoint(with: without) else { return false }
    return with.isEmpty || isBare
      || events.indices.contains { other in
        let isNear = other == index || !segments[index].hasAct && !isOfAnother(other, index, signal)
        return isNear && !events[other].stated.isDisjoint(with: with)
      }
  }

  /// Whether a segment is about another service: for study, or for another device outside this list.
  private func isOfAnother(_ other: Int, _ index: Int, _ signal: Int) -> Bool {
    let isList = events[other].group == events[index].group && segments[index].unknown.isEmpty
    return events[other].sayings.contains { saying, _ in
      let theirs = lexicon.sayings[saying]
      let isOtherDevice = events[index].sayings.contains { own, _ in
        lexicon.sayings[own].field == theirs.field && own != saying
      }
      return theirs.separates && lexicon.sayingTargets[saying].topic == lexicon.topicOfSignal[signal]
        && (theirs.signal == nil || !isList && isOtherDevice)
    }
  }

  /// Finds the topics a segment is about, if it names none.
  mutating func findTopics(_ index: Int) {
    guard events[index].namedTopics.isEmpty else { return }
    let before = segments.isOfNext(index) ? nil : events[..<index].lastIndex { !$0.namedTopics.isEmpty }
    guard let namer = before ?? events[index...].firstIndex(where: { !$0.namedTopics.isEmpty }) else {
      return
    }
    events[index].namer = namer
    for other in events where other.group == events[namer].group {
      events[index].about += other.namedTopics.filter { !events[index].barred.contains($0) }
    }
  }
}
