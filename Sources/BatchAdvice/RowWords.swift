import ClaimFiles
import CodingRules
import StrictJSON

/// The values of a row as text: its topic, date of service, and answers.
struct RowWords {
  private let settings: BatchSettings
  /// The values with the meanings of their columns, in order; the last one for each meaning.
  private var words: [(number: Int, text: String)] = []
  /// The columns with the same meaning as an earlier one.
  private var duplicates: [(number: Int, name: String)] = []
  /// The free-text description of the work, if any.
  private(set) var text: String?
  /// Whether a column of the date of service is empty or has a placeholder.
  private var hasEmptyDate = false

  init<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ settings: BatchSettings, _ bytes: borrowing PaddedBytes
  ) throws(RowProblem) {
    self.settings = settings
    let meanings = settings.meanings
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      let number = Int(cell.meaning)
      if number < 0 { continue }
      let column = Int(cell.column)
      if number == meanings.number(.unlisted) { throw .unlistedKey(reader.columns[column].name) }
      if number == meanings.number(.reserved) { throw .reservedKey(reader.columns[column].name) }
      if number >= meanings.number(.services) { continue }
      if cell.form == .container { throw .notText(column: reader.columns[column].name) }
      if number == meanings.number(.text) {
        text = cell.word(in: bytes)
        continue
      }
      if cell.isTooLong {
        throw .tooLong(column: reader.columns[column].name, byteCount: cell.end - cell.start)
      }
      let isDate = number == meanings.number(.date)
      guard let text = cell.word(in: bytes),
        !isDate || CalendarDay(tableText: text.utf8Span.span)?.isPlaceholder != true
      else {
        hasEmptyDate = hasEmptyDate || isDate
        continue
      }
      if let index = words.firstIndex(where: { $0.number == number }) {
        words[index].text = text
        duplicates.append((number, reader.columns[column].name))
      } else {
        words.append((number, text))
      }
    }
    for number in [meanings.number(.topic), meanings.number(.date)] { try rejectDuplicate(number) }
  }

  private func rejectDuplicate(_ number: Int) throws(RowProblem) {
    if let duplicate = duplicates.last(where: { $0.number == number }) {
      throw .duplicateColumn(duplicate.name)
    }
  }

  private func word(_ number: Int) -> String? { words.first { $0.number == number }?.text }

  /// Whether the row names a topic.
  var namesTopic: Bool { word(settings.meanings.number(.topic)) != nil }

  /// Whether the columns of the date of service are all empty.
  var isDateMissing: Bool { hasEmptyDate && word(settings.meanings.number(.date)) == nil }

  /// The billed codes, if any.
  var billed: String? { word(settings.meanings.number(.billed)) }

  /// Whether the row has a value for a field.
  func hasWord(for field: String) -> Bool {
    words.contains {
      $0.number < settings.meanings.fields.count && settings.meanings.fields[$0.number] == field
    }
  }

  /// The sorted numbers of the fields that the row has values for.
  var fields: [Int] { words.map(\.number).filter { $0 < settings.meanings.number(.date) }.sorted() }

  /// The values for the fields that pass a test.
  func words(for isWanted: (Int) -> Bool) throws(RowProblem) -> Words {
    if !duplicates.isEmpty {
      for number in duplicates.map(\.number).filter(isWanted).sorted() { try rejectDuplicate(number) }
    }
    var found = Words()
    for (number, text) in words where number < settings.meanings.number(.date) && isWanted(number) {
      found[settings.meanings.fields[number]] = text
    }
    return found
  }

  /// The topic named by the row, or the default topic.
  func topic() throws(RowProblem) -> Topic {
    guard let word = word(settings.meanings.number(.topic)) else { return settings.topic }
    if let topic = settings.topic(named: word) { return topic }
    let suggestion = nearestName(to: word, among: settings.book.topics.map(\.id))
    throw .unknownTopic(word, suggestion: suggestion)
  }

  /// The date of service of the row, or the default one.
  func day() throws(RowProblem) -> CalendarDay {
    guard let word = word(settings.meanings.number(.date)) else {
      if let day = settings.day { return day }
      throw .missingDate
    }
    if let day = CalendarDay(tableText: word.utf8Span.span) { return day }
    throw .invalidDate(column: settings.dateColumn, value: word)
  }
}

extension Cell {
  /// The maximum length of a word as written, in bytes.
  private static let maxWord = 1 << 10

  /// Whether it is too long to be an answer, a topic, or a date.
  @inline(__always)
  var isTooLong: Bool { end &- start > Self.maxWord }

  /// The text with surrounding whitespace trimmed; nil if nothing is left.
  func word(in bytes: borrowing PaddedBytes) -> String? {
    let text = text(in: bytes)
    if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first),
      (0x21...0x7E).contains(last)
    {
      return text
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }
}

extension CalendarDay {
  /// Parses the date in a cell.
  @inline(__always)
  init?(_ cell: Cell, in bytes: borrowing PaddedBytes) {
    if cell.end &- cell.start == 10, cell.form == .plain, let day = Self(isoBytes: bytes, at: cell.start) {
      self = day
    } else {
      let isBare = cell.form == .plain || cell.form == .literal
      let day =
        isBare
        ? bytes.withSpan(cell.start..<cell.end) { Self(tableText: $0) }
        : cell.word(in: bytes).flatMap { Self(tableText: $0.utf8Span.span) }
      guard let day else { return nil }
      self = day
    }
  }

  /// Parses ten bytes in the form `2026-01-31`.
  @inline(__always)
  private init?(isoBytes bytes: borrowing PaddedBytes, at offset: Int) {
    guard bytes[offset + 4] == UInt8(ascii: "-"), bytes[offset + 7] == UInt8(ascii: "-") else { return nil }
    let year = UInt64(bytes.load(at: offset, as: UInt32.self))
    let month = UInt64(bytes.load(at: offset + 5, as: UInt16.self))
    let day = UInt64(bytes.load(at: offset + 8, as: UInt16.self))
    // Packs the eight digits into a word, first digit lowest, then combines pairs into numbers.
    let digits = (year | month &<< 32 | day &<< 48) ^ 0x3030_3030_3030_3030
    guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    let pairs = digits &* 10 &+ digits &>> 8
    func pair(_ index: UInt64) -> Int { Int(truncatingIfNeeded: pairs &>> (16 &* index) & 0xFF) }
    self.init(year: pair(0) &* 100 &+ pair(1), month: pair(2), day: pair(3))
  }
}
