import ClaimFiles
import CodingRules
import StrictJSON

/// The cells of a visit without surgery or facts in other columns.
struct VisitCells {
  /// The reader's numbers for the services; empty if it has none.
  let objects: [Int]
  let facts: Cell?
  /// The total size in bytes.
  let size: Int
}

/// The cache key of a row: rows with equal keys have equal results, except for the date of service.
struct RowKey: ~Copyable {
  /// The meaningful cells in column order, each with its meaning, form, and length, followed by the
  /// date interval.
  private(set) var bytes = PaddedBytes(capacity: 256)
  /// The date of service; nil if there is none.
  private(set) var day: CalendarDay?
  /// The visit of the row, if these cells describe it completely.
  private(set) var visit: VisitCells?
  private var hasDay = false
  /// Whether a column of the date of service is empty.
  private var hasEmptyDate = false
  private var hasTopic = false
  /// The meaningful cells in column order.
  private var cells = UncheckedList<Cell>()
  private var days: DayIntervals
  private let settings: BatchSettings
  private let dateNumber: Int
  private let topicNumber: Int
  private let textNumber: Int
  private let servicesNumber: Int
  private let reservedNumber: Int

  /// Whether all meanings fit in the 12 bits that a key has for them.
  private let canHoldMeanings: Bool

  /// The limit of a value's length in bytes, so that it fits in 16 bits.
  private static let maxValue = 1 << 16

  init(_ settings: BatchSettings) {
    self.settings = settings
    days = DayIntervals(settings)
    let meanings = settings.meanings
    (dateNumber, topicNumber) = (meanings.number(.date), meanings.number(.topic))
    textNumber = meanings.number(.text)
    (servicesNumber, reservedNumber) = (meanings.number(.services), meanings.number(.reserved))
    canHoldMeanings = meanings.number(.unlisted) < 1 << 12
  }

  /// Builds the key of a row; returns false if the result depends on more than a key contains.
  @inline(__always)
  mutating func read<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ row: borrowing PaddedBytes
  ) -> Bool {
    begin()
    if !canHoldMeanings { return false }
    var isVisit = false
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      if cell.meaning < 0 { continue }
      if cell.isEmpty && cell.meaning < reservedNumber {
        hasEmptyDate = hasEmptyDate || cell.meaning == dateNumber
        continue
      }
      if cell.meaning >= servicesNumber {
        if cell.meaning >= reservedNumber || cell.end &- cell.start >= Self.maxValue { return false }
        isVisit = isVisit || cell.meaning == servicesNumber
      } else if cell.form == .container || cell.isTooLong {
        if cell.meaning != textNumber || cell.end &- cell.start >= Self.maxValue { return false }
      }
      if Reader.isInColumnOrder { append(cell, row) } else { insert(cell) }
    }
    if Reader.isInColumnOrder {
      appendInterval(isVisit: false, isDayNeeded: false)
    } else {
      appendInterval(isVisit: isVisit, isDayNeeded: appendCells(isVisit, row))
      if isVisit { readVisit(reader) }
    }
    return true
  }

  /// Replaces the key with that of a visit whose services are all cached.
  mutating func replace(with services: borrowing ServiceCache) {
    bytes.truncate(to: 0)
    bytes.append(integer: .max)
    services.writeParts(to: &bytes)
  }

  @inline(__always)
  private mutating func begin() {
    bytes.truncate(to: 0)
    cells.truncate(to: 0)
    day = settings.day
    (hasDay, hasEmptyDate, hasTopic) = (false, false, false)
    visit = nil
  }

  /// Inserts a cell in column order.
  @inline(__always)
  private mutating func insert(_ cell: Cell) {
    var index = cells.count
    cells.append(cell)
    while index > 0, cells[index &- 1].column > cell.column {
      cells[index] = cells[index &- 1]
      index &-= 1
    }
    cells[index] = cell
  }

  /// Appends the cells to the key; returns whether the result depends on the exact day.
  @inline(__always)
  private mutating func appendCells(_ isVisit: Bool, _ row: borrowing PaddedBytes) -> Bool {
    var hasSurgery = false
    for index in 0..<cells.count {
      let cell = cells[index]
      if cell.meaning > servicesNumber {
        if !isVisit { continue }
        hasSurgery = hasSurgery || cell.meaning == settings.meanings.number(.surgery)
      }
      append(cell, row)
    }
    return hasSurgery
  }

  /// Finds the cells of the visit, unless there are other meaningful cells.
  private mutating func readVisit<Reader: RowReader & ~Copyable>(_ reader: borrowing Reader) {
    var (services, facts): (Cell?, Cell?) = (nil, nil)
    var dates = 0
    for index in 0..<cells.count {
      let cell = cells[index]
      if cell.meaning == dateNumber {
        dates += 1
      } else if cell.meaning == servicesNumber, services == nil, cell.form == .container {
        services = cell
      } else if cell.meaning == settings.meanings.number(.facts), facts == nil, cell.form == .container {
        facts = cell
      } else {
        return
      }
    }
    if let services, dates == (hasDay ? 1 : 0), day != nil, !hasEmptyDate, !settings.isStrict {
      let size = services.end - services.start + (facts.map { $0.end - $0.start } ?? 0)
      visit = VisitCells(objects: reader.objects(of: services), facts: facts, size: size)
    }
  }

  @inline(__always)
  private mutating func append(_ cell: Cell, _ row: borrowing PaddedBytes) {
    if cell.meaning == dateNumber, !hasDay, let found = CalendarDay(cell, in: row), !found.isPlaceholder {
      (day, hasDay) = (found, true)
      return
    }
    hasTopic = hasTopic || cell.meaning == topicNumber
    let header = Int(cell.meaning) &<< 20 | Int(cell.form.rawValue) &<< 16 | (cell.end &- cell.start)
    bytes.append(integer: UInt32(truncatingIfNeeded: header))
    bytes.append(row, from: cell.start, to: cell.end)
  }

  /// Appends the interval between days of change with whether the row states the day, and the day
  /// itself if the result depends on it.
  @inline(__always)
  private mutating func appendInterval(isVisit: Bool, isDayNeeded: Bool) {
    guard let day else { return }
    let interval = days.interval(of: day, isMainTopic: !hasTopic && !isVisit)
    bytes.append(integer: UInt32(truncatingIfNeeded: interval &<< 1 | (hasEmptyDate && !hasDay ? 1 : 0)))
    if isDayNeeded || settings.isStrict && !settings.book.edition.period.contains(day) {
      bytes.append(integer: UInt32(truncatingIfNeeded: day.year * 10_000 + day.month * 100 + day.day))
    }
  }
}

/// The intervals between days of change; those of all topics are computed on first use.
struct DayIntervals {
  private let settings: BatchSettings
  private let main: DaysOfChange
  private lazy var all = settings.daysOfAnyChange

  init(_ settings: BatchSettings) {
    self.settings = settings
    main = settings.daysOfChange
  }

  /// The number of the interval that contains a day.
  @inline(__always)
  mutating func interval(of day: CalendarDay, isMainTopic: Bool) -> Int {
    isMainTopic ? main.interval(of: day) : all.interval(of: day)
  }
}
