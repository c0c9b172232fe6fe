package import StrictJSON

/// Finds the ends of rows without reading their cells.
package struct RowSplitter: Sendable {
  private let delimiter: UInt8?
  private let lineEnd: UInt8

  /// Creates a splitter for a format.
  package init(_ format: RowFormat, lineBreak: LineBreak = .lf) {
    delimiter = format.delimiter
    lineEnd = lineBreak.lastByte
  }

  /// The offset past the last row that ends within the bytes; 0 if none does. The first byte must
  /// begin a row.
  package func endOfLastRow(_ bytes: borrowing PaddedBytes) -> Int {
    guard let delimiter else { return endOfLastLine(bytes, 0..<bytes.count) ?? 0 }
    var end = 0
    var offset = 0
    while true {
      let quote = bytes.firstOffset(of: UInt8(ascii: "\""), in: offset..<bytes.count)
      if let lineEnd = endOfLastLine(bytes, offset..<quote) { end = lineEnd }
      if quote == bytes.count { return end }
      offset = quote + 1
      let before = quote > 0 ? bytes[quote - 1] : 0x0A
      guard before == delimiter || before == 0x0A || before == lineEnd else { continue }
      guard let close = bytes.closingQuote(in: offset..<bytes.count), close + 1 < bytes.count else {
        return end
      }
      offset = close + 1
    }
  }

  /// The offset past the last line break in a range, except a final CR, which may be half of CRLF.
  private func endOfLastLine(_ bytes: borrowing PaddedBytes, _ range: Range<Int>) -> Int? {
    let isHalf = range.upperBound == bytes.count && !range.isEmpty && bytes[bytes.count - 1] == 0x0D
    let upper = isHalf ? range.upperBound - 1 : range.upperBound
    return bytes.lastOffset(of: 0x0A, or: lineEnd, in: range.lowerBound..<upper).map { $0 + 1 }
  }

  /// The offset past the first line; 0 if no line ends. Used after an unclosed quote.
  package func endOfFirstLine(_ bytes: borrowing PaddedBytes) -> Int {
    let end = bytes.endOfLine(lineEnd, in: 0..<bytes.count)
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    return end < bytes.count ? end + (isPair ? 2 : 1) : 0
  }
}

extension PaddedBytes {
  /// The offset of the closing quote of a cell whose text begins a range, past doubled quotes.
  func closingQuote(in range: Range<Int>) -> Int? {
    let (quote, limit) = (UInt8(ascii: "\""), range.upperBound)
    var offset = firstOffset(of: quote, in: range)
    while offset + 1 < limit, self[offset + 1] == quote {
      offset = firstOffset(of: quote, in: (offset + 2)..<max(offset + 2, limit))
    }
    return offset < limit ? offset : nil
  }

  /// The offset of the first line feed, or other line-ending byte, in a range.
  func endOfLine(_ lineEnd: UInt8, in range: Range<Int>) -> Int {
    firstOffset(in: range) { ($0 .== splat(0x0A)) .| ($0 .== splat(lineEnd)) }
  }
}
