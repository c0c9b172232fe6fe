import ClaimFiles
import CodingRules
import StrictJSON

/// What a row says, as bytes: rows with the same have the same result, but for their date of service.
struct RowKey: ~Copyable {
  /// The cells that mean something, each with its meaning, form and length; last when it was.
  private(set) var bytes = PaddedBytes(capacity: 256)
  /// The date of service that the row gives; nil when it gives none.
  private(set) var day: CalendarDay?
  private let settings: BatchSettings
  private let dateNumber: Int
  private let servicesNumber: Int

  init(_ settings: BatchSettings) {
    self.settings = settings
    (dateNumber, servicesNumber) = (settings.dateNumber, settings.servicesNumber)
  }

  /// Takes the key of a row; false when its result depends on more than such a key holds.
  @inline(__always)
  mutating func take<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ row: borrowing PaddedBytes
  ) -> Bool {
    bytes.truncate(to: 0)
    day = nil
    var isVisit = false
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      let meaning = Int(cell.meaning)
      if meaning < 0 || cell.isEmpty && meaning < settings.reservedNumber { continue }
      if meaning >= servicesNumber {
        if meaning >= settings.reservedNumber { return false }
        isVisit = isVisit || meaning == servicesNumber
        continue
      }
      if cell.form == .container || cell.isTooLong { return false }
      if meaning == dateNumber, day == nil, let found = CalendarDay(cell, in: row) {
        day = found
      } else {
        append(cell, row)
      }
    }
    var isExact = false
    if isVisit { isExact = takeVisit(reader, row) }
    takeInterval(isExact: isExact)
    return true
  }

  /// Takes the cells that make the row a visit; whether the result depends on the very day.
  @inline(never)
  private mutating func takeVisit<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ row: borrowing PaddedBytes
  ) -> Bool {
    var hasSurgery = false
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      guard Int(cell.meaning) >= servicesNumber, !cell.isEmpty else { continue }
      hasSurgery = hasSurgery || Int(cell.meaning) == settings.surgeryNumber
      append(cell, row)
    }
    return hasSurgery
  }

  @inline(__always)
  private mutating func append(_ cell: Cell, _ row: borrowing PaddedBytes) {
    let length = cell.end &- cell.start
    let header = length &<< 32 | Int(cell.form.rawValue) &<< 16 | Int(cell.meaning)
    bytes.append(integer: UInt64(truncatingIfNeeded: header))
    bytes.append(row, from: cell.start, to: cell.end)
  }

  /// Takes the interval between days on which advice can change, or the day itself.
  @inline(__always)
  private mutating func takeInterval(isExact: Bool) {
    guard let day = day ?? settings.day else { return }
    bytes.append(integer: UInt64(truncatingIfNeeded: settings.daysOfChange.interval(of: day)))
    if isExact || settings.isStrict && !settings.book.edition.period.contains(day) {
      let number = day.year * 10_000 + day.month * 100 + day.day
      bytes.append(integer: UInt64(truncatingIfNeeded: number))
    }
  }
}
