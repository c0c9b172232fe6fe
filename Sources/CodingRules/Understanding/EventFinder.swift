/// Finds the meaning of each segment, including acts, actors and things shared between segments.
struct EventFinder {
  var events: [Event] = []
  /// All signals the sentence states.
  private(set) var stated = SignalSet()
  let segments: [Segment]
  let lexicon: Lexicon
  let isBare: Bool

  /// - Parameter isBare: Whether the sentence only names things.
  init(_ segments: [Segment], _ lexicon: Lexicon, isBare: Bool) {
    self.segments = segments
    self.lexicon = lexicon
    self.isBare = isBare
    events = segments.map { Event(group: $0.group, statement: $0.statement) }
    for index in segments.indices { readParts(index) }
    for index in segments.indices { shareAct(index) }
    for index in segments.indices { shareActor(index) }
    for index in segments.indices { shareThings(index) }
    gatherStated()
    for index in segments.indices { derive(index) }
    gatherStated()
    for index in segments.indices { nameTopics(index) }
    for (signal, topics) in lexicon.absorbed where stated.contains(signal) { absorb(topics, signal) }
    for index in segments.indices { findTopics(index) }
  }

  /// Gathers what segments state, except things that are no service there: "crown seated".
  private mutating func gatherStated() {
    for event in events {
      for (signal, _) in event.units where event.stated.isDisjoint(with: lexicon.context[signal].without) {
        stated.insert(signal)
      }
    }
  }

  // MARK: Meanings of a segment's own words

  private mutating func readParts(_ index: Int) {
    for part in segments[index].parts {
      for meaning in part.meanings {
        switch meaning {
        case .signal(let signal): read(signal, part, index)
        case .saying(let saying):
          let signal = lexicon.sayingTargets[saying].signal
          if part.status == .stated || part.status == .old && signal == nil {
            events[index].sayings.append((saying, part.units))
          }
          if let signal { read(signal, part, index) }
        case .cue, .division: break
        }
      }
    }
  }

  private mutating func read(_ signal: Int, _ part: Part, _ index: Int) {
    switch part.status {
    case .stated, .old: events[index].state(signal, part.units)
    case .denied: events[index].deny(signal, part.units)
    case .open: break
    }
  }

  // MARK: Meanings shared between segments

  /// Shares the act of a list with its segments: "took pano and ceph", "pano and ceph taken".
  private mutating func shareAct(_ index: Int) {
    let segment = segments[index]
    guard !segment.hasAct, !segment.hasActor,
      let source = segments.indices.first(where: {
        segments[$0].group == segment.group && segments[$0].hasAct
      })
    else { return }
    let shares =
      index < source
      ? !segments[source].beginsWithAct
      : segments[source].beginsWithAct && segments[source].hasThing || segments[source].endsWithThing
        || segments[source + 1...index].contains { $0.link == .list }
    let things = segments[source].parts.filter { $0.kinds.contains(.thing) }
    let isOwnDenial = index < source && !things.isEmpty && things.allSatisfy { $0.status == .denied }
    guard shares, !isOwnDenial, isShared(source) else { return }
    for part in segments[source].parts where !part.kinds.isDisjoint(with: [.act, .actor, .doer]) {
      for case .signal(let signal) in part.meanings where !isOfOthers(signal, source, index) {
        read(signal, part, index)
      }
    }
  }

  /// Whether an act leaves no service to a thing in a list that does not end with "and" ("alginates, night
  /// guard, crown seated"), or beside another thing ("seat crown and scan for night guard").
  private func isOfOthers(_ act: Int, _ source: Int, _ index: Int) -> Bool {
    let things = segments[index].parts.filter { $0.kinds.contains(.thing) }.map { part in
      lexicon.signals(of: part.meanings).contains { lexicon.context[$0].without.contains(act) }
    }
    let last = index < source ? source : segments.lastIndex { $0.group == segments[source].group }
    return things.contains(true) && (things.contains(false) || !segments[last ?? source].isJoined)
  }

  private func isShared(_ index: Int) -> Bool {
    segments[index].parts.contains { part in
      lexicon.signals(of: part.meanings).contains { lexicon.signals[$0].isShared }
    }
  }

  /// Shares the actor of the previous act with an act that has none: "we scanned and printed".
  private mutating func shareActor(_ index: Int) {
    let segment = segments[index]
    guard index > 0, segment.link != .new, segment.hasAct, segment.beginsWithAct else { return }
    guard !segment.parts.contains(where: { !$0.kinds.isDisjoint(with: [.actor, .doer]) }) else { return }
    for (signal, units) in events[index - 1].units where lexicon.signals[signal].kind == .actor {
      if events[index - 1].stated.contains(signal) { events[index].state(signal, units) }
    }
  }

  /// Shares the things of the previous act with an act that has none: "alginates taken and scanned",
  /// "took alginates and scanned them".
  private mutating func shareThings(_ index: Int) {
    let segment = segments[index]
    guard index > 0, segment.hasAct, !segment.hasThing else { return }
    let isPassive =
      segment.link == .and && !segment.hasActor && segments[index - 1].hasThing
      && !segments[index - 1].beginsWithAct
    guard isPassive || segment.hasPronoun, let source = segments[..<index].lastIndex(where: \.hasThing) else {
      return
    }
    for (signal, units) in events[source].units where lexicon.signals[signal].kind == .thing {
      if events[source].stated.contains(signal) { events[index].state(signal, units) }
    }
  }
}
