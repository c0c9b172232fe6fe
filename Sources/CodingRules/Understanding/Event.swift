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
  private(set) var namedTopics: [Int] = []
  /// The topics of things that are planned or past, or only used.
  var barred: [Int] = []
  /// The topics that the segment is about: those it names, else those of the segments before.
  var about: [Int] = []
  /// Which list or step it belongs to, and which statement.
  let group: Int
  let statement: Int

  init(group: Int = 0, statement: Int = 0) {
    self.group = group
    self.statement = statement
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
    if !namedTopics.contains(topic) { namedTopics.append(topic) }
  }

  /// Names one topic for others.
  mutating func replace(_ topics: [Int], by topic: Int) {
    guard namedTopics.contains(where: topics.contains) else { return }
    namedTopics.removeAll(where: topics.contains)
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
