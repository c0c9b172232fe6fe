import StrictJSON

/// Tells where rows end, without reading their cells.
public struct RowSplitter: Sendable {
  private let delimiter: UInt8?

  /// Creates a splitter for files of a format.
  public init(_ format: RowFormat) {
    delimiter = format.delimiter
  }

  /// The place behind the last row that ends within the bytes; the first row begins with the first byte.
  ///
  /// Zero when no row ends. At least sixteen bytes behind the limit must be readable.
  public func endOfLastRow(_ bytes: UnsafePointer<UInt8>, limit: Int) -> Int {
    guard let delimiter else { return bytes.last(0x0A, from: 0, limit: limit).map { $0 + 1 } ?? 0 }
    var end = 0
    var place = 0
    while true {
      let quote = bytes.first(UInt8(ascii: "\""), from: place, limit: limit)
      if let lineBreak = bytes.last(0x0A, from: place, limit: quote) { end = lineBreak + 1 }
      if quote == limit { return end }
      place = quote + 1
      let before = quote > 0 ? bytes[quote - 1] : 0x0A
      guard before == delimiter || before == 0x0A else { continue }
      guard let close = bytes.closingQuote(from: place, limit: limit), close + 1 < limit else { return end }
      place = close + 1
    }
  }

  /// The place behind the first line; zero when no line ends. What to do with a row whose quote is never closed.
  public func endOfFirstLine(_ bytes: UnsafePointer<UInt8>, limit: Int) -> Int {
    let lineBreak = bytes.first(0x0A, from: 0, limit: limit)
    return lineBreak < limit ? lineBreak + 1 : 0
  }
}

extension UnsafePointer<UInt8> {
  /// The place of the quote that closes a cell whose text begins at a place, doubled quotes passed; nil when none does.
  func closingQuote(from start: Int, limit: Int) -> Int? {
    var place = first(UInt8(ascii: "\""), from: start, limit: limit)
    while place + 1 < limit, self[place + 1] == UInt8(ascii: "\"") {
      place = first(UInt8(ascii: "\""), from: place + 2, limit: limit)
    }
    return place < limit ? place : nil
  }
}
