import ClaimFiles
import CodingRules
import StrictJSON

/// What a row says, as bytes: rows with the same have the same result, but for their date of service.
struct RowKey: ~Copyable {
  /// The cells that mean something, by meaning, each with its meaning, form and length; last when it was.
  private(set) var bytes = PaddedBytes(capacity: 256)
  /// The date of service of the row; nil when it has none.
  private(set) var day: CalendarDay?
  private var hasDay = false
  private let settings: BatchSettings
  private let daysOfChange: DaysOfChange
  private let dateNumber: Int
  private let servicesNumber: Int
  private let reservedNumber: Int

  init(_ settings: BatchSettings) {
    self.settings = settings
    daysOfChange = settings.daysOfChange
    (dateNumber, servicesNumber) = (settings.dateNumber, settings.servicesNumber)
    reservedNumber = settings.reservedNumber
  }

  /// Takes the key of a row; false when its result depends on more than such a key holds.
  @inline(__always)
  mutating func take<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ row: borrowing PaddedBytes
  ) -> Bool {
    begin()
    var last: Int32 = -1
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      if cell.meaning < 0 { continue }
      guard cell.meaning >= last, cell.meaning < servicesNumber else { return takeSorted(reader, row) }
      last = cell.meaning
      if !append(cell, row) { return false }
    }
    appendInterval()
    return true
  }

  /// Takes the key of a row whose cells are in another order, or of a visit.
  @inline(never)
  private mutating func takeSorted<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ row: borrowing PaddedBytes
  ) -> Bool {
    begin()
    var cells: [Cell] = []
    for index in 0..<reader.valueCount where reader.value(index).meaning >= 0 {
      cells.append(reader.value(index))
    }
    cells.sort { ($0.meaning, $0.start) < ($1.meaning, $1.start) }
    let isVisit = cells.contains { Int($0.meaning) == servicesNumber && !$0.isEmpty }
    for cell in cells where isVisit || cell.meaning <= servicesNumber || cell.meaning >= reservedNumber {
      if !append(cell, row) { return false }
    }
    appendInterval()
    if isVisit, cells.contains(where: { Int($0.meaning) == settings.surgeryNumber && !$0.isEmpty }) {
      appendDay()
    }
    return true
  }

  @inline(__always)
  private mutating func begin() {
    bytes.truncate(to: 0)
    day = settings.day
    hasDay = false
  }

  /// Adds a cell; false when the result depends on the name of its column.
  @inline(__always)
  private mutating func append(_ cell: Cell, _ row: borrowing PaddedBytes) -> Bool {
    if cell.isEmpty { return cell.meaning < reservedNumber }
    if cell.meaning >= reservedNumber { return false }
    if cell.meaning < servicesNumber, cell.form == .container || cell.isTooLong { return false }
    if cell.meaning == dateNumber, !hasDay, let found = CalendarDay(cell, in: row) {
      (day, hasDay) = (found, true)
      return true
    }
    let header = (cell.end &- cell.start) &<< 32 | Int(cell.form.rawValue) &<< 16 | Int(cell.meaning)
    bytes.append(integer: UInt64(truncatingIfNeeded: header))
    bytes.append(row, from: cell.start, to: cell.end)
    return true
  }

  /// Adds the interval between days on which advice can change; the day itself where it is part of the result.
  @inline(__always)
  private mutating func appendInterval() {
    guard let day else { return }
    bytes.append(integer: UInt64(truncatingIfNeeded: daysOfChange.interval(of: day)))
    if settings.isStrict, !settings.book.edition.period.contains(day) { appendDay() }
  }

  private mutating func appendDay() {
    guard let day else { return }
    bytes.append(integer: UInt64(truncatingIfNeeded: day.year * 10_000 + day.month * 100 + day.day))
  }
}
