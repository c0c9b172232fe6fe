import ClaimFiles
import CodingRules
import StrictJSON

/// The advice for services of visits by their bytes, so that a visit of known services need not be read.
struct ServiceCache: ~Copyable {
  /// A service that was advised on.
  fileprivate final class Known {
    let service: Service
    let advice: Advice
    let part: VisitPart
    /// The checks that its lines can set off.
    let checks: [Int]
    /// The whole advice as JSON, and the offset of its date; empty where it is not wanted.
    let written: [UInt8]
    private let dayOffset: Int

    init(_ service: Service, _ advice: Advice, _ book: RuleBook, isFull: Bool) {
      (self.service, self.advice) = (service, advice)
      part = VisitPart(summary: AdviceSummary(advice), lines: advice.claimLines)
      checks = book.candidateChecks(part.lines)
      let (json, day) = (isFull ? advice.json.bytes(.compact) : [], Array("\(advice.basis.day)".utf8))
      written = json
      dayOffset = json.indices.first { json[$0...].starts(with: day) } ?? 0
    }

    /// The advice as JSON on a day for which it is the same.
    func written(on day: CalendarDay) -> [UInt8] {
      var written = written
      for (index, byte) in "\(day)".utf8.enumerated() { written[dayOffset + index] = byte }
      return written
    }
  }

  /// How many services are kept, and how many bytes of them.
  private static let maxCount = 1 << 10
  private static let maxBytes = 2 << 20

  private let settings: BatchSettings
  private let isFull: Bool
  private var days: IntervalsOfDays
  private var table = ByteTable()
  private var known: [Known] = []
  /// By service: the first that is the same as a part of a visit's result.
  private var numbers: [Int] = []
  private var numberOfPart: [VisitPart: Int] = [:]
  private var byteCount = 0
  /// The keys of the services of the visit at hand, one after the other, and where each ends.
  private var keys = PaddedBytes(capacity: 512)
  private var ends: [Int] = []
  /// How often all services were forgotten, after which numbers mean others.
  private(set) var generation: UInt32 = 0
  /// The numbers of these services.
  private(set) var found: [Int] = []

  init(_ settings: BatchSettings, isFull: Bool) {
    (self.settings, self.isFull) = (settings, isFull)
    days = IntervalsOfDays(settings)
  }

  /// Finds the services of a visit; false when one is not known.
  mutating func find(_ visit: VisitCells, _ bytes: borrowing PaddedBytes, on day: CalendarDay) -> Bool {
    keys.truncate(to: 0)
    ends.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    let services = visit.services.start..<visit.services.end
    if services.count > Visit.maxDocumentSize >> 4 || settings.isStrict { return false }
    let interval = UInt32(truncatingIfNeeded: days.interval(of: day, isMainTopic: false))
    bytes.forEachElement(ofArray: services) { element in
      keys.append(integer: interval)
      if let facts = visit.facts { keys.append(bytes, from: facts.start, to: facts.end) }
      keys.append(bytes, from: element.lowerBound, to: element.upperBound)
      ends.append(keys.count)
    }
    var start = 0
    for end in ends {
      guard let index = table.index(of: keys, start..<end) else { return false }
      found.append(numbers[index])
      start = end
    }
    return ends.count <= Visit.maxServices
  }

  /// The result of the visit whose services were found; it has no surgery.
  func result(on day: CalendarDay) -> RowResult {
    let services = found.map { known[$0] }
    let visit = Visit(day: day, services: services.map(\.service))
    let remarks = settings.book.remarks(
      on: services.flatMap(\.part.lines), of: visit, among: Set(services.flatMap(\.checks)).sorted())
    return RowResult(services.map(\.part.summary), remarks, on: day) {
      let advice = VisitAdvice(visit, services: services.map(\.advice), remarks: remarks)
      return advice.json(services: services.map { .written($0.written(on: day)) })
    }
  }

  /// Keeps the services of the visit that was last looked for.
  mutating func add(_ advice: VisitAdvice) {
    guard ends.count == advice.services.count else { return }
    var start = 0
    for (index, end) in ends.enumerated() {
      defer { start = end }
      if table.index(of: keys, start..<end) != nil { continue }
      if known.count == Self.maxCount || byteCount > Self.maxBytes { removeAll() }
      let new = Known(advice.visit.services[index], advice.services[index], settings.book, isFull: isFull)
      let number = isFull ? known.count : numberOfPart[new.part] ?? known.count
      numberOfPart[new.part] = number
      numbers.append(number)
      known.append(new)
      byteCount += new.written.count + end - start
      _ = table.add(keys, start..<end)
    }
  }

  private mutating func removeAll() {
    table.removeAll()
    known.removeAll()
    numbers.removeAll()
    numberOfPart.removeAll()
    byteCount = 0
    generation &+= 1
  }
}

/// What a service adds to the result in short of a visit.
fileprivate struct VisitPart: Hashable {
  let summary: AdviceSummary
  let lines: [ClaimLine]
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
