import ClaimFiles
import CodingRules
import StrictJSON

/// The advice for services of visits by their bytes, so that a visit of known services need not be read.
struct ServiceCache: ~Copyable {
  /// A service that was advised on.
  private final class Known {
    let number: UInt32
    let summary: AdviceSummary
    let lines: [ClaimLine]
    /// The checks that its lines can set off.
    let checks: [Int]
    /// The whole advice where it is wanted, as JSON too.
    let advice: Advice?
    let written: JSON
    let byteCount: Int

    /// - Parameter day: A day for which the advice as JSON is the same but for the date.
    init(_ advice: Advice, _ book: RuleBook, on day: CalendarDay, number: UInt32, isFull: Bool) {
      (self.number, self.advice) = (number, isFull ? advice : nil)
      (summary, lines) = (AdviceSummary(advice), advice.claimLines)
      checks = book.candidateChecks(lines)
      var json = isFull ? advice.json.bytes(.compact) : []
      let (own, digits) = (Array("\(advice.basis.day)".utf8), Array("\(day)".utf8))
      if let start = json.indices.first(where: { json[$0...].starts(with: own) }) {
        json.replaceSubrange(start..<(start + own.count), with: digits)
      }
      (written, byteCount) = (.written(json), json.count)
    }
  }

  /// How many services are kept, and how many bytes of them.
  private static let maxCount = 1 << 10
  private static let maxBytes = 3 << 19
  /// How many combinations of services have their remarks kept.
  private static let maxRemarks = 1 << 12

  private let settings: BatchSettings
  private let isFull: Bool
  private var days: IntervalsOfDays
  private var table = ByteTable()
  private var known: [Known] = []
  /// The date with which the advice for all services is kept; results are dated when they are written.
  private var day: CalendarDay?
  /// What each adds to a result.
  private var parts = VisitParts()
  /// The number of the next service; one that was used is never used again.
  private var nextNumber: UInt32 = 0
  /// What the checks say of services, by the sorted numbers of their parts.
  private var remarks: [[UInt32]: [Remark]] = [:]
  private var byteCount = 0
  /// The key of a service: the interval, the facts of its visit, and its number in the file.
  private var key = PaddedBytes(capacity: 256)
  /// How much of the key is the same for all services of the visit at hand.
  private var sharedCount = 0
  /// The indices of the services of the visit at hand.
  private var found: [Int] = []

  init(_ settings: BatchSettings, isFull: Bool) {
    (self.settings, self.isFull) = (settings, isFull)
    days = IntervalsOfDays(settings)
  }

  /// Finds the services of a visit; false when one is not known.
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

  /// The index of a service of the visit at hand, whose key is then ready.
  private mutating func index(of object: Int) -> Int? {
    key.truncate(to: sharedCount)
    key.append(integer: UInt32(truncatingIfNeeded: object))
    key.append(integer: UInt32(truncatingIfNeeded: object >> 32))
    return table.index(of: key, 0..<key.count)
  }

  /// Writes what the result of the visit depends on whose services were found.
  func writeParts(to key: inout PaddedBytes) {
    if !isFull { return parts.write(found, to: &key) }
    for index in found { key.append(integer: known[index].number) }
  }

  /// The result of the visit whose services were found, but for its date; it has no surgery.
  mutating func result() -> RowResult? {
    guard let day else { return nil }
    let services = found.map { known[$0] }
    let remarks = remarks(on: services)
    return RowResult(services.map(\.summary), remarks, on: day) {
      let visit = Visit(day: day, services: [])
      let advice = VisitAdvice(visit, services: services.compactMap(\.advice), remarks: remarks)
      return advice.json(services: services.map(\.written))
    }
  }

  /// What the checks say of the services that were found: always the same, but for the order of the lines.
  private mutating func remarks(on services: [Known]) -> [Remark] {
    let (key, lines) = (found.map { parts[$0] }.sorted(), services.flatMap(\.lines))
    if let known = remarks[key] { return known.map { $0.reordered(like: lines) } }
    let new = settings.book.remarks(on: lines, among: services.flatMap(\.checks).sorted())
    if remarks.count == Self.maxRemarks { remarks.removeAll() }
    remarks[key] = new
    return new
  }

  /// Keeps the services of a visit that was just looked for.
  mutating func add(_ advice: VisitAdvice, of visit: VisitCells) {
    guard visit.objects.count == advice.services.count else { return }
    for (object, advice) in zip(visit.objects, advice.services) {
      if index(of: object) != nil { continue }
      if known.count == Self.maxCount || byteCount > Self.maxBytes { removeAll() }
      let date = day ?? advice.basis.day
      day = date
      let new = Known(advice, settings.book, on: date, number: nextNumber, isFull: isFull)
      nextNumber &+= 1
      parts.add(new.summary, new.lines)
      known.append(new)
      byteCount += new.byteCount + key.count
      _ = table.add(key, 0..<key.count)
    }
  }

  private mutating func removeAll() {
    table.removeAll()
    known.removeAll()
    remarks.removeAll()
    parts.removeAll()
    byteCount = 0
  }
}
