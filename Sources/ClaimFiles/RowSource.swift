package import StrictJSON

/// Reads an input in chunks of whole rows.
package final class RowSource {
  /// Reads bytes into a buffer; returns the count, 0 at the end of the input.
  package typealias Read = (inout MutableRawSpan) throws(InputError) -> Int

  /// The content of a chunk.
  package enum Content {
    /// Whole rows.
    case rows
    /// A row that exceeds the maximum length; its bytes are discarded.
    case tooLong
  }

  /// The declared format; for CSV, the detected one as soon as the first row has ended.
  package private(set) var format: RowFormat
  private let read: Read
  private var splitter: RowSplitter
  /// The line break; nil until the first row has ended.
  package private(set) var lineBreak: LineBreak?
  /// The number of peeked rows that are too long; delivered before everything else.
  var peekedTooLong = 0
  /// Rows already peeked at; delivered next.
  var peeked = PaddedBytes(capacity: 0)
  /// Bytes after the rows delivered so far.
  private var rest = PaddedBytes()
  /// The offset of the undelivered bytes of `rest`.
  private var restStart = 0
  /// Whether `rest` follows a row with an unclosed quote.
  private var followsUnclosedQuote = false
  /// The number of bytes per read.
  package let readSize: Int
  private let maxRow: Int
  private var isAtEnd = false
  /// Whether the row between `peeked` and `rest` was too long.
  var isTooLong = false
  /// Whether the start of the input, where a byte order mark may be, has been read.
  private var isPastStart = false

  /// - Parameter readSize: The number of bytes per read, at most that of a chunk.
  /// - Parameter maxRow: The maximum length of a row, in bytes.
  package init(
    _ format: RowFormat, readSize: Int = RowLimits.chunkSize, maxRow: Int = RowLimits.maxRow,
    read: @escaping Read
  ) {
    (self.format, self.readSize, self.maxRow, self.read) = (format, readSize, maxRow, read)
    splitter = RowSplitter(format)
    lineBreak = format == .jsonl ? .lf : nil
  }

  /// Fills a chunk with the rows available, at least one; returns nil at the end of the input.
  package func next(_ chunk: inout PaddedBytes) throws(InputError) -> Content? {
    let content = try fillWithRows(&chunk)
    isPastStart = true
    chunk.terminate()
    return content
  }

  private func fillWithRows(_ chunk: inout PaddedBytes) throws(InputError) -> Content? {
    chunk.truncate(to: 0)
    if peekedTooLong > 0 {
      peekedTooLong -= 1
      return .tooLong
    }
    if peeked.count > 0 {
      swap(&chunk, &peeked)
      peeked.removeAll(keepingCapacity: 0)
      return .rows
    }
    if isTooLong {
      isTooLong = false
      return .tooLong
    }
    if followsUnclosedQuote, takeRowsAfterUnclosedQuote(&chunk) { return .rows }
    moveRest(&chunk, atMost: rest.count)
    rest.removeAll(keepingCapacity: RowLimits.chunkSize)
    restStart = 0
    while true {
      let end = endOfLastRow(chunk)
      if end > 0 { return keepRest(of: &chunk, from: end) }
      if isAtEnd && chunk.count == 0 { return nil }
      if isAtEnd || chunk.count >= maxRow {
        let line = splitter.endOfFirstLine(chunk)
        if line > 0 {
          followsUnclosedQuote = true
          return keepRest(of: &chunk, from: line)
        }
        try skipLine(&chunk)
        return .tooLong
      }
      try fill(&chunk)
    }
  }

  /// The end of the last row; detects the line break and delimiter once the first row has ended.
  private func endOfLastRow(_ chunk: borrowing PaddedBytes) -> Int {
    if lineBreak == nil {
      guard let found = FirstRow(of: chunk, format: format) else { return 0 }
      (lineBreak, format) = (found.lineBreak, found.format)
      splitter = RowSplitter(format, lineBreak: found.lineBreak)
    }
    return splitter.endOfLastRow(chunk)
  }

  // MARK: Unclosed quotes

  /// Fills a chunk from `rest` after a row with an unclosed quote; returns false if no line ends.
  private func takeRowsAfterUnclosedQuote(_ chunk: inout PaddedBytes) -> Bool {
    while restStart < rest.count {
      moveRest(&chunk, atMost: max(RowLimits.unclosedQuoteWindow, chunk.count))
      let end = splitter.endOfLastRow(chunk)
      let newEnd = end > 0 ? end : splitter.endOfFirstLine(chunk)
      guard newEnd > 0 else { continue }
      restStart -= chunk.count - newEnd
      chunk.truncate(to: newEnd)
      return true
    }
    restStart -= chunk.count
    chunk.truncate(to: 0)
    followsUnclosedQuote = false
    return false
  }

  /// Moves bytes from `rest` to a chunk.
  private func moveRest(_ chunk: inout PaddedBytes, atMost max: Int) {
    let end = min(restStart + max, rest.count)
    chunk.append(rest, from: restStart, to: end)
    restStart = end
  }

  // MARK: Reading

  /// Reads more; adds a missing line break at the end of the input.
  private func fill(_ chunk: inout PaddedBytes) throws(InputError) {
    let wanted = min(max(readSize, 2 * chunk.count), maxRow)
    chunk.reserve(wanted)
    let found = try chunk.append(atMost: min(chunk.capacity - chunk.count, readSize), from: read)
    if !isPastStart, chunk.count >= 3 {
      isPastStart = true
      if chunk.bytes(0..<3) == [0xEF, 0xBB, 0xBF] { chunk.removeFirst(3) }
    }
    if found > 0 { return }
    isAtEnd = true
    if chunk.count > 0, chunk[chunk.count - 1] != 0x0A { chunk.append(0x0A) }
  }

  private func keepRest(of chunk: inout PaddedBytes, from end: Int) -> Content {
    rest.truncate(to: 0)
    rest.append(chunk, from: end, to: chunk.count)
    chunk.truncate(to: end)
    return .rows
  }

  /// Skips the rest of a line.
  private func skipLine(_ chunk: inout PaddedBytes) throws(InputError) {
    var line = 0
    while line == 0, !isAtEnd {
      chunk.truncate(to: 0)
      try fill(&chunk)
      line = splitter.endOfFirstLine(chunk)
    }
    if line > 0 { _ = keepRest(of: &chunk, from: line) }
    chunk.truncate(to: 0)
  }
}
