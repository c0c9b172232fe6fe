import ClaimFiles
import CodingRules
import StrictJSON

/// A topic made ready for rows, and the results that it gave so far.
struct TopicState: ~Copyable {
  let topic: Topic
  /// What stands for a field that the topic does not have.
  static let noField = -1
  /// What stands for a field behind those that can be looked up.
  private static let lateField = -2

  /// For the number of each column the place of the topic's field, or one of these.
  let fieldOfNumber: PlainList<Int>
  let turningDays: TurningDays
  var compiled: CompiledTopic
  /// Whether rows that name no topic mean this one.
  private let isStandard: Bool
  /// The last name that rows gave for it.
  private var name: [UInt8] = []
  /// By outcome and stretch of days: the entry of the result among the constants; negative where there is none yet.
  private var entries = PlainList<Int>()
  /// By the words of a row that is refused for them, whatever its day: its result, and the entry of that.
  var refusals: [[Int]: (entry: Int, result: RowResult)] = [:]

  init(_ topic: Topic, _ options: BatchOptions) {
    self.topic = topic
    let fields = topic.fields
    fieldOfNumber = PlainList(
      options.fields.map { field in
        let place = fields.firstIndex(of: field) ?? Self.noField
        return place < CompiledTopic.mostFields ? place : Self.lateField
      })
    turningDays = TurningDays(topic, by: options.book)
    compiled = CompiledTopic(topic)
    isStandard = topic.id == options.topic.id
  }

  /// Whether a name is known to mean this topic; nil is what a row says that names none.
  @inline(__always)
  func isNamed(_ name: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let name else { return isStandard }
    return self.name.elementsEqual(name)
  }

  /// Keeps a name that means this topic.
  mutating func keepName(_ name: UnsafeBufferPointer<UInt8>) { self.name = Array(name) }

  /// The entry of the result for an outcome on a day; nil when it is not ready yet.
  @inline(__always)
  func entry(_ outcome: Int, _ stretch: Int) -> Int? {
    let place = outcome &* turningDays.stretchCount &+ stretch
    guard place < entries.count, entries[place] >= 0 else { return nil }
    return entries[place]
  }

  /// Keeps the entry of a result.
  mutating func keep(_ entry: Int, _ outcome: Int, _ stretch: Int) {
    let place = outcome * turningDays.stretchCount + stretch
    while place >= entries.count { entries.append(-1) }
    entries[place] = entry
  }

  /// Forgets all results.
  mutating func forgetResults() {
    entries.keep(first: 0)
    refusals = [:]
    compiled.forget()
  }
}

/// Results as bytes that are ready to be written: for each what stands before, between and behind the parts of a row.
///
/// What is the same for all results is kept once.
struct ReadyResults: ~Copyable {
  /// How many bytes of results are kept; then all is forgotten.
  private static let mostBytes = 3 << 20
  /// How many results are asked for, kept or not; then all is forgotten, with the walks that led to them.
  private static let mostDemands = 1 << 13

  private var demands = 0
  private var sink = ByteSink(capacity: 1 << 12)
  /// By constant: where it begins; behind all where the next will begin.
  private var starts = PlainList<Int>([0])
  /// By constant.
  private var remarks = PlainList<RowResult.Remarks>()
  /// By place in a row: the constant, counted from the entry where the result has its own.
  private var slots = PlainList<(constant: Int, isOwn: Bool)>()
  /// How many constants are kept whatever is forgotten.
  private let sharedCount: Int

  /// Begins with what all results share; nil where each has its own.
  init(_ shared: [[UInt8]?]) {
    sharedCount = shared.count { $0 != nil }
    _ = add(shared.compactMap(\.self), [])
    var (next, nextOwn) = (0, 0)
    for text in shared {
      slots.append(text == nil ? (nextOwn, true) : (next, false))
      if text == nil { nextOwn += 1 } else { next += 1 }
    }
  }

  /// Notes that one more result is asked for; whether there is room for it.
  mutating func hasRoom() -> Bool {
    demands += 1
    return demands <= Self.mostDemands && sink.count + 16 * starts.count <= Self.mostBytes
  }

  /// Forgets all results.
  mutating func forget() {
    demands = 0
    forget(from: sharedCount)
  }

  /// Adds a result; its entry.
  mutating func add(_ constants: [[UInt8]], _ remarks: RowResult.Remarks) -> Int {
    let entry = self.remarks.count
    for constant in constants {
      sink.append(constant)
      starts.append(sink.count)
      self.remarks.append(remarks)
    }
    return entry
  }

  /// Forgets the results from an entry on.
  mutating func forget(from entry: Int) {
    starts.keep(first: entry + 1)
    remarks.keep(first: entry)
    sink.truncate(starts[entry])
  }

  /// What is to be remarked of an entry's rows.
  @inline(__always)
  func remarks(_ entry: Int) -> RowResult.Remarks { remarks[entry] }

  /// Writes what stands at a place of a row with an entry.
  @inline(__always)
  func write(_ entry: Int, _ place: Int, to result: inout ByteSink) {
    let slot = slots[place]
    let constant = slot.isOwn ? entry &+ slot.constant : slot.constant
    result.append(sink, from: starts[constant], to: starts[constant &+ 1])
  }
}
