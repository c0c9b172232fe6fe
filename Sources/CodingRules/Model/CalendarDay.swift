/// A day of the Gregorian calendar, without a time or a time zone.
public struct CalendarDay: Hashable, Sendable {
  /// The year, from 1 to 9999.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// 1970-01-01.
  static let epoch = CalendarDay(1970, 1, 1)

  private init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Creates a day; nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= 28 || day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(year, month, day)
  }

  /// Parses a day written `2026-01-31`; nil for any other form.
  public init?(_ text: String) {
    var text = text
    guard let day = text.withUTF8({ unsafe Self($0) }) else { return nil }
    self = day
  }

  /// Parses a day written `2026-01-31`; nil for any other form.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10, let base = unsafe UnsafeRawPointer(text.baseAddress) else { return nil }
    guard unsafe text[4] == UInt8(ascii: "-"), unsafe text[7] == UInt8(ascii: "-") else { return nil }
    let year = unsafe UInt64(base.loadUnaligned(as: UInt32.self).littleEndian)
    let month = unsafe UInt64(base.loadUnaligned(fromByteOffset: 5, as: UInt16.self).littleEndian)
    let day = unsafe UInt64(base.loadUnaligned(fromByteOffset: 8, as: UInt16.self).littleEndian)
    // Packs the eight digits into one word, first digit lowest, then combines each pair.
    let digits = (year | month &<< 32 | day &<< 48) ^ 0x3030_3030_3030_3030
    guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = digits &* 10 &+ digits &>> 8
    func pair(_ index: UInt64) -> Int { Int(truncatingIfNeeded: pairs &>> (16 &* index) & 0xFF) }
    self.init(year: pair(0) &* 100 &+ pair(1), month: pair(2), day: pair(3))
  }

  /// Creates a day from the number of days since 1970-01-01; nil outside the years 1 to 9999.
  package init?(daysSince1970 days: Int) {
    guard (-719_162...2_932_896).contains(days) else { return nil }
    // Years start in March, so that a leap day comes last.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    self.init(
      year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The previous day; nil before year 1.
  var previous: CalendarDay? { CalendarDay(daysSince1970: daysSince1970 - 1) }

  /// The next day; nil after year 9999.
  var next: CalendarDay? { CalendarDay(daysSince1970: daysSince1970 + 1) }

  /// The number of days since 1970-01-01; negative for earlier days.
  package var daysSince1970: Int {
    let marchYear = month <= 2 ? year - 1 : year
    let marchMonth = month <= 2 ? month + 9 : month - 3
    let era = marchYear / 400
    let yearOfEra = marchYear % 400
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDay: Comparable {
  /// Whether the first day is earlier.
  public static func < (first: Self, second: Self) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as `2026-01-31`.
  public var description: String {
    func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
    let dash = UInt8(ascii: "-")
    let text = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), dash, digit(month / 10),
      digit(month), dash, digit(day / 10), digit(day),
    ]
    return String(decoding: text, as: UTF8.self)
  }
}

/// A range of days, both ends included; a nil end is open.
public struct Period: Hashable, Sendable {
  /// The first day.
  public let from: CalendarDay?
  /// The last day.
  public let through: CalendarDay?

  /// All days.
  package static let always = Period(from: nil, through: nil)

  /// Creates a period from its first and last day.
  package init(from: CalendarDay?, through: CalendarDay?) {
    self.from = from
    self.through = through
  }

  /// Whether the period includes the day.
  public func contains(_ day: CalendarDay) -> Bool {
    if let from, day < from { return false }
    if let through, day > through { return false }
    return true
  }
}
