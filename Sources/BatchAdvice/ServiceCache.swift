import ClaimFiles
import CodingRules
import StrictJSON

/// The advice for services of visits, by their bytes; a visit of known services is put together from it.
struct ServiceCache: ~Copyable {
  /// A service that was advised on.
  fileprivate struct Known {
    let service: Service
    let advice: Advice
    let lines: [ClaimLine]
    let summary: AdviceSummary
    /// The advice as JSON, and the offset of its date; empty where it is not wanted.
    let written: [UInt8]
    let dayOffset: Int
  }

  /// How many services are kept, and how many bytes of JSON.
  private static let maxCount = 1 << 10
  private static let maxBytes = 2 << 20

  private let settings: BatchSettings
  private let isFull: Bool
  private var table = ByteTable()
  private var known: [Known] = []
  private var byteCount = 0
  /// The keys of the services of the visit at hand, one after the other, and where each ends.
  private var keys = PaddedBytes(capacity: 512)
  private var ends: [Int] = []

  init(_ settings: BatchSettings, isFull: Bool) { (self.settings, self.isFull) = (settings, isFull) }

  /// Takes the keys of a visit's services; false when its advice hangs on more than the services, or is not kept.
  mutating func takeKeys(
    _ row: VisitRow, _ words: RowWords, _ bytes: borrowing PaddedBytes, on day: CalendarDay
  ) -> Bool {
    let list = row.services
    guard row.surgery == nil, !words.namesTopic, words.fields.isEmpty, list.form == .container,
      bytes[list.start] == UInt8(ascii: "["), list.end - list.start < Visit.maxDocumentSize >> 4
    else { return false }
    keys.truncate(to: 0)
    ends.removeAll(keepingCapacity: true)
    let interval = UInt64(truncatingIfNeeded: settings.daysOfChange.interval(of: day))
    bytes.forEachElement(ofArray: list.start..<list.end) { element in
      keys.append(integer: interval)
      if let facts = row.facts { keys.append(bytes, from: facts.start, to: facts.end) }
      keys.append(bytes, from: element.lowerBound, to: element.upperBound)
      ends.append(keys.count)
    }
    return ends.count <= Visit.maxServices
  }

  /// The result of the visit whose keys were taken; nil when a service is not known.
  func result(on day: CalendarDay) -> RowResult? {
    var found: [Known] = []
    var start = 0
    for end in ends {
      guard let index = table.index(of: keys, start..<end) else { return nil }
      found.append(known[index])
      start = end
    }
    let visit = Visit(day: day, services: found.map(\.service))
    let advice = settings.book.advice(
      on: visit, services: found.map(\.advice), lines: found.flatMap(\.lines))
    return RowResult(advice, found.map(\.summary)) {
      advice.json(services: found.map { .written($0.written(on: day)) })
    }
  }

  /// Keeps the services of the visit whose keys were taken.
  mutating func add(_ advice: VisitAdvice) {
    var start = 0
    for (index, end) in ends.enumerated() {
      defer { start = end }
      if table.index(of: keys, start..<end) != nil { continue }
      if known.count == Self.maxCount || byteCount > Self.maxBytes { removeAll() }
      let written = isFull ? advice.services[index].json.bytes(.compact) : []
      known.append(Known(service: advice.visit.services[index], advice: advice.services[index], written))
      byteCount += written.count + end - start
      _ = table.add(keys, start..<end)
    }
  }

  private mutating func removeAll() {
    table.removeAll()
    known.removeAll()
    byteCount = 0
  }
}

extension ServiceCache.Known {
  fileprivate init(service: Service, advice: Advice, _ written: [UInt8]) {
    (self.service, self.advice, self.written) = (service, advice, written)
    (lines, summary) = (advice.claimLines, AdviceSummary(advice))
    let day = Array("\(advice.basis.day)".utf8)
    dayOffset = written.indices.first { written[$0...].starts(with: day) } ?? 0
  }

  /// The advice as JSON on a day for which it is the same.
  fileprivate func written(on day: CalendarDay) -> [UInt8] {
    var written = written
    for (index, byte) in "\(day)".utf8.enumerated() { written[dayOffset + index] = byte }
    return written
  }
}

extension PaddedBytes {
  /// Visits the elements of a JSON array that was checked before, without the whitespace around them.
  fileprivate func forEachElement(ofArray array: Range<Int>, _ body: (Range<Int>) -> Void) {
    var depth = 0
    var start: Int?
    var offset = array.lowerBound
    while offset < array.upperBound {
      let byte = self[offset]
      if byte == UInt8(ascii: "\"") {
        if depth == 1, start == nil { start = offset }
        offset = endOfString(from: offset + 1, limit: array.upperBound)
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        if depth == 1, start == nil { start = offset }
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",") {
        if depth == 1 {
          if let first = start { body(first..<offset) }
          start = nil
        }
        if byte != UInt8(ascii: ",") { depth -= 1 }
      } else if depth == 1, start == nil, byte > 0x20 {
        start = offset
      }
      offset += 1
    }
  }

  /// The offset of the quote that closes a string.
  private func endOfString(from start: Int, limit: Int) -> Int {
    var offset = start
    while true {
      offset = firstOffset(in: offset..<limit) {
        ($0 .== every(UInt8(ascii: "\""))) .| ($0 .== every(UInt8(ascii: "\\")))
      }
      if offset >= limit || self[offset] == UInt8(ascii: "\"") { return offset }
      offset += 2
    }
  }
}
