import ClaimFiles
import CodingRules
import StrictJSON

/// A cache of advice by the bytes of a service; a visit of cached services need not be parsed.
struct ServiceCache: ~Copyable {
  /// The cached advice of a service.
  private final class Entry {
    let number: UInt32
    let summary: AdviceSummary
    let lines: [ClaimLine]
    /// The checks that its lines can trigger.
    let checks: [Int]
    /// The full advice, if requested.
    let advice: Advice?
    let json: JSON
    let byteCount: Int

    /// - Parameter day: The date to write in the JSON; advice for it must be the same otherwise.
    init(_ advice: Advice, _ book: RuleBook, on day: CalendarDay, number: UInt32, isFull: Bool) {
      (self.number, self.advice) = (number, isFull ? advice : nil)
      (summary, lines) = (AdviceSummary(advice), advice.claimLines)
      checks = book.candidateChecks(lines)
      var json = isFull ? advice.json.bytes(.compact) : []
      let (own, digits) = (Array("\(advice.basis.day)".utf8), Array("\(day)".utf8))
      if let start = json.indices.first(where: { json[$0...].starts(with: own) }) {
        json.replaceSubrange(start..<(start + own.count), with: digits)
      }
      (self.json, byteCount) = (.encoded(json), json.count)
    }
  }

  /// The maximum number of services and their size in bytes.
  private static let maxCount = 1 << 10
  private static let maxBytes = 3 << 19
  /// The maximum number of combinations of services with cached remarks.
  private static let maxRemarks = 1 << 12

  private let settings: BatchSettings
  private let isFull: Bool
  private var days: DayIntervals
  private var table = ByteTable()
  private var entries: [Entry] = []
  /// The date in all cached advice; the real one is set when a result is written.
  private var day: CalendarDay?
  /// The contribution of each service to a result.
  private var parts = VisitParts()
  /// The number of the next service; numbers are never reused.
  private var nextNumber: UInt32 = 0
  /// The remarks on combinations of services, by the sorted numbers of their parts.
  private var remarks: [[UInt32]: [Remark]] = [:]
  private var byteCount = 0
  /// The key of a service: the date interval, the facts of its visit, and its object number.
  private var key = PaddedBytes(capacity: 256)
  /// The length of the prefix of the key shared by all services of the current visit.
  private var sharedCount = 0
  /// The indices of the services of the current visit.
  private var found: [Int] = []

  init(_ settings: BatchSettings, isFull: Bool) {
    (self.settings, self.isFull) = (settings, isFull)
    days = DayIntervals(settings)
  }

  /// Looks up the services of a visit; returns false if one is not cached.
  mutating func find(_ visit: VisitCells, _ bytes: borrowing PaddedBytes, on day: CalendarDay) -> Bool {
    found.removeAll(keepingCapacity: true)
    if visit.objects.isEmpty || visit.size > Visit.maxDocumentSize { return false }
    key.truncate(to: 0)
    key.append(integer: UInt32(truncatingIfNeeded: days.interval(of: day, isMainTopic: false)))
    if let facts = visit.facts { key.append(bytes, from: facts.start, to: facts.end) }
    sharedCount = key.count
    for object in visit.objects {
      guard let index = index(of: object) else { return false }
      found.append(index)
    }
    return true
  }

  /// Builds the key of a service of the current visit and looks up its index.
  private mutating func index(of object: Int) -> Int? {
    key.truncate(to: sharedCount)
    key.append(integer: UInt32(truncatingIfNeeded: object))
    key.append(integer: UInt32(truncatingIfNeeded: object >> 32))
    return table.index(of: key, 0..<key.count)
  }

  /// Writes the key of the current visit, which determines its result.
  func writeParts(to key: inout PaddedBytes) {
    if !isFull { return parts.write(found, to: &key) }
    for index in found { key.append(integer: entries[index].number) }
  }

  /// The result of the current visit except for its date; the visit has no surgery.
  mutating func result() -> RowResult? {
    guard let day else { return nil }
    let services = found.map { entries[$0] }
    let remarks = remarks(on: services)
    return RowResult(services.map(\.summary), remarks, on: day) {
      let visit = Visit(day: day, services: [])
      let advice = VisitAdvice(visit, services: services.compactMap(\.advice), remarks: remarks)
      return advice.json(services: services.map(\.json))
    }
  }

  /// The remarks on the current services; cached, since only the order of their lines can vary.
  private mutating func remarks(on services: [Entry]) -> [Remark] {
    let (key, lines) = (found.map { parts[$0] }.sorted(), services.flatMap(\.lines))
    if let entries = remarks[key] { return entries.map { $0.reordered(like: lines) } }
    let new = settings.book.remarks(on: lines, among: services.flatMap(\.checks).sorted())
    if remarks.count == Self.maxRemarks { remarks.removeAll() }
    remarks[key] = new
    return new
  }

  /// Caches the services of the visit that was looked up last.
  mutating func add(_ advice: VisitAdvice, of visit: VisitCells) {
    guard visit.objects.count == advice.services.count else { return }
    for (object, advice) in zip(visit.objects, advice.services) {
      if index(of: object) != nil { continue }
      if entries.count == Self.maxCount || byteCount > Self.maxBytes { removeAll() }
      let date = day ?? advice.basis.day
      day = date
      let new = Entry(advice, settings.book, on: date, number: nextNumber, isFull: isFull)
      nextNumber &+= 1
      parts.add(new.summary, new.lines)
      entries.append(new)
      byteCount += new.byteCount + key.count
      _ = table.add(key, 0..<key.count)
    }
  }

  private mutating func removeAll() {
    table.removeAll()
    entries.removeAll()
    remarks.removeAll()
    parts.removeAll()
    byteCount = 0
  }
}
