/// What one segment of a sentence says.
struct Event {
  /// What is stated, and what is denied.
  private(set) var stated = SignalSet()
  private(set) var denied = SignalSet()
  /// The units that each of these signals came from.
  private(set) var units: [(signal: Int, units: Range<Int>)] = []
  /// The answers that are stated by themselves.
  var sayings: [(saying: Int, units: Range<Int>)] = []
  /// The topics whose services the segment names, in order.
  private(set) var named: [Int] = []
  /// The topics of things that are denied.
  var deniedTopics: [Int] = []
  /// The topics of things that are planned or past, or only used.
  var barred: [Int] = []
  /// The topics that the segment is about: those it names, else those of the segments before.
  var about: [Int] = []
  let group: Int

  init(group: Int) {
    self.group = group
  }

  mutating func state(_ signal: Int, _ units: Range<Int>) {
    if !stated.contains(signal) {
      stated.insert(signal)
      self.units.append((signal, units))
    }
  }

  mutating func deny(_ signal: Int, _ units: Range<Int>) {
    denied.insert(signal)
    self.units.append((signal, units))
  }

  mutating func name(_ topic: Int) {
    if !named.contains(topic) { named.append(topic) }
  }

  /// Names one topic for others.
  mutating func replace(_ topics: [Int], by topic: Int) {
    guard named.contains(where: topics.contains) else { return }
    named.removeAll(where: topics.contains)
    name(topic)
  }

  /// Adds what another segment says.
  mutating func add(_ other: Event) {
    for (signal, units) in other.units {
      if other.stated.contains(signal) { state(signal, units) }
      if other.denied.contains(signal) { deny(signal, units) }
    }
  }

  /// The units that signals came from, from the first to the last.
  func units(of signals: [Int]) -> Range<Int>? {
    var range: Range<Int>?
    for (signal, units) in units where signals.contains(signal) {
      range =
        range.map { min($0.lowerBound, units.lowerBound)..<max($0.upperBound, units.upperBound) } ?? units
    }
    return range
  }
}

/// Finds what each segment says, the acts, actors and things that segments share among them.
struct EventFinder {
  private(set) var events: [Event] = []
  /// Everything that the sentence states.
  private(set) var stated = SignalSet()
  private let segments: [Segment]
  private let lexicon: Lexicon
  private let isBare: Bool

  /// - Parameter isBare: Whether the sentence has no words but known ones.
  init(_ segments: [Segment], _ lexicon: Lexicon, isBare: Bool) {
    self.segments = segments
    self.lexicon = lexicon
    self.isBare = isBare && !segments.contains(where: \.hasAct)
    events = segments.map { Event(group: $0.group) }
    for index in segments.indices { readParts(index) }
    for index in segments.indices { shareAct(index) }
    for index in segments.indices { shareActor(index) }
    for index in segments.indices { shareThings(index) }
    for event in events { stated.formUnion(event.stated) }
    for index in segments.indices { derive(index) }
    for event in events { stated.formUnion(event.stated) }
    for index in segments.indices { nameTopics(index) }
    for (signal, topics) in lexicon.absorbed where stated.contains(signal) { absorb(topics, signal) }
    for index in segments.indices { events[index].about = topics(index) }
  }

  // MARK: What a segment says itself

  private mutating func readParts(_ index: Int) {
    for part in segments[index].parts {
      for meaning in part.meanings {
        switch meaning {
        case .signal(let signal): read(signal, part, index)
        case .saying(let saying):
          let signal = lexicon.placeOfSaying[saying].signal
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

  // MARK: What segments share

  /// Gives a segment of a list the act of the list: "took pano and ceph", "pano and ceph taken".
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
      : segments[source].beginsWithAct && segments[source].hasThing
        || segments[source + 1...index].contains { $0.link == .list }
    let things = segments[source].parts.filter { $0.kinds.contains(.thing) }
    let isOwnDenial = index < source && !things.isEmpty && things.allSatisfy { $0.status == .denied }
    guard shares, !isOwnDenial, isShared(source) else { return }
    for part in segments[source].parts where !part.kinds.isDisjoint(with: [.act, .actor, .doer]) {
      for case .signal(let signal) in part.meanings { read(signal, part, index) }
    }
  }

  private func isShared(_ index: Int) -> Bool {
    segments[index].parts.contains { part in
      lexicon.signals(of: part.meanings).contains { lexicon.signals[$0].isShared }
    }
  }

  /// Gives an act without an actor that of the act before: "we scanned and printed".
  private mutating func shareActor(_ index: Int) {
    let segment = segments[index]
    guard index > 0, segment.link != .new, segment.hasAct, segment.beginsWithAct else { return }
    guard !segment.parts.contains(where: { !$0.kinds.isDisjoint(with: [.actor, .doer]) }) else { return }
    for (signal, units) in events[index - 1].units where lexicon.signals[signal].kind == .actor {
      if events[index - 1].stated.contains(signal) { events[index].state(signal, units) }
    }
  }

  /// Gives an act the things of the act before: "alginates taken and scanned", "took alginates and scanned them".
  private mutating func shareThings(_ index: Int) {
    let segment = segments[index]
    guard index > 0, segment.hasAct, !segment.hasThing else { return }
    let isPassive =
      segment.link == .and && !segment.hasActor && segments[index - 1].hasThing
      && !segments[index - 1].beginsWithAct
    guard isPassive || segment.parts.contains(where: { $0.kinds.contains(.pronoun) }) else { return }
    for (signal, units) in events[index - 1].units where lexicon.signals[signal].kind == .thing {
      if events[index - 1].stated.contains(signal) { events[index].state(signal, units) }
    }
  }
}

// MARK: What follows

extension EventFinder {
  /// Adds the signals that follow from others, by the rules in their order.
  private mutating func derive(_ index: Int) {
    for rule in lexicon.rules where !rule.signals.isEmpty {
      guard rule.holds(events[index].stated, events[index].denied, in: stated) else { continue }
      guard let units = events[index].units(of: rule.needs) else { continue }
      for signal in rule.signals { events[index].state(signal, units) }
    }
  }

  /// Finds the services that a segment names.
  private mutating func nameTopics(_ index: Int) {
    let event = events[index]
    let isUsed = !event.stated.isDisjoint(with: lexicon.using)
    let isUndone = !event.denied.isDisjoint(with: lexicon.creating)
    for part in segments[index].parts where part.kinds.contains(.thing) {
      for signal in lexicon.signals(of: part.meanings) {
        guard let topic = lexicon.topicOfSignal[signal] else { continue }
        if part.status == .denied || isUndone {
          events[index].deniedTopics.append(topic)
        } else if part.status == .stated, !isUsed, hasCompany(signal, event) {
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
  private mutating func absorb(_ topics: [Int], _ signal: Int) {
    guard let topic = lexicon.topicOfSignal[signal], events.contains(where: { $0.named.contains(topic) })
    else { return }
    for index in events.indices { events[index].replace(topics, by: topic) }
  }

  private func hasCompany(_ signal: Int, _ event: Event) -> Bool {
    let (with, without) = lexicon.company[signal]
    return event.stated.isDisjoint(with: without)
      && (with.isEmpty || isBare || !stated.isDisjoint(with: with))
  }

  /// The topics that a segment is about.
  private func topics(_ index: Int) -> [Int] {
    let event = events[index]
    guard event.named.isEmpty else { return event.named }
    let before = events[..<index].last { !$0.named.isEmpty }
    let nearest = before ?? events[index...].first { !$0.named.isEmpty }
    guard let nearest else { return [] }
    var topics: [Int] = []
    for other in events where other.group == nearest.group {
      for topic in other.named where !topics.contains(topic) { topics.append(topic) }
    }
    topics.removeAll(where: event.barred.contains)
    return event.deniedTopics.isEmpty ? topics : topics.filter(event.deniedTopics.contains)
  }
}
