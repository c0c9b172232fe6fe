/// The meaning of a segment of a sentence.
struct Event {
  /// The stated signals and the denied ones.
  private(set) var stated = SignalSet()
  private(set) var denied = SignalSet()
  /// The units each of these signals came from.
  private(set) var units: [(signal: Int, units: Range<Int>)] = []
  /// The answers stated directly.
  var sayings: [(saying: Int, units: Range<Int>)] = []
  /// The topics of the services the segment names, in order.
  private(set) var namedTopics: [Int] = []
  /// The topics of things that are planned, past or only used.
  var barred: [Int] = []
  /// The topics the segment is about: those it names, or else those of the nearest segment.
  var about: [Int] = []
  /// The list or step, and the statement, it belongs to.
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

  /// Replaces some topics by another.
  mutating func replace(_ topics: [Int], by topic: Int) {
    guard namedTopics.contains(where: topics.contains) else { return }
    namedTopics.removeAll(where: topics.contains)
    name(topic)
  }

  /// Adds the signals of another segment.
  mutating func add(_ other: Event) {
    for (signal, units) in other.units {
      if other.stated.contains(signal) { state(signal, units) }
      if other.denied.contains(signal) { deny(signal, units) }
    }
  }

  /// Returns the range of units that signals came from, from first to last.
  func units(of signals: [Int]) -> Range<Int>? {
    var range: Range<Int>?
    for (signal, units) in units where signals.contains(signal) {
      range =
        range.map { min($0.lowerBound, units.lowerBound)..<max($0.upperBound, units.upperBound) } ?? units
    }
    return range
  }
}
