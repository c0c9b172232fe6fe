/// The meaning of a segment of a sentence.
struct Event {
  /// The stated signals and the denied ones.
  private(set) var stated = SignalSet()
  private(set) var denied = SignalSet()
  /// The units that each of these signals came from.
  private(set) var units: [(signal: Int, units: Range<Int>)] = []
  private var deniedUnits: [(signal: Int, units: Range<Int>)] = []
  /// The answers stated directly.
  var sayings: [(saying: Int, units: Range<Int>)] = []
  /// The topics of the services the segment names, in order.
  private(set) var namedTopics: [Int] = []
  /// The units that name them.
  private(set) var names: [(topic: Int, units: Range<Int>)] = []
  /// The topics of things that are planned, past or only used.
  var barred: [Int] = []
  /// The topics of the nearest segment that names some, if this one names none.
  var about: [Int] = []
  /// That segment.
  var namer = 0
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
    deniedUnits.append((signal, units))
  }

  mutating func name(_ topic: Int, _ units: [Range<Int>]) {
    if !namedTopics.contains(topic) { namedTopics.append(topic) }
    names += units.map { (topic, $0) }
  }

  /// Replaces some topics by another.
  mutating func replace(_ topics: [Int], by topic: Int) {
    guard namedTopics.contains(where: topics.contains) else { return }
    namedTopics.removeAll(where: topics.contains)
    name(topic, names.filter { topics.contains($0.topic) }.map(\.units))
  }

  /// Adds the signals of another segment.
  mutating func add(_ other: Event) {
    for (signal, units) in other.units { state(signal, units) }
    for (signal, units) in other.deniedUnits { deny(signal, units) }
  }

  /// Returns the units that stated signals and denied ones came from.
  func units(of stated: [Int], denied: [Int] = []) -> [Range<Int>] {
    units.filter { stated.contains($0.signal) }.map(\.units)
      + deniedUnits.filter { denied.contains($0.signal) }.map(\.units)
  }
}
