package import StrictJSON

/// Whole rows from an input, chunk by chunk.
package final class RowSource<Failure: Error> {
  /// Reads bytes into a buffer; returns how many, 0 at the end of the input.
  package typealias Read = (inout MutableRawSpan) throws(Failure) -> Int

  /// What a chunk holds.
  package enum Content {
    /// Rows.
    case rows
    /// One row that is too long to be read; its bytes are gone.
    case tooLong
  }

  /// How the rows are written, as was said; of CSV, once the first row has ended, as it is.
  package private(set) var format: RowFormat
  private let read: Read
  private var splitter: RowSplitter
  /// What ends the rows; nil until the first has ended.
  package private(set) var lineBreak: LineBreak?
  /// How many rows were looked at and are too long; they come before all else.
  var tooLongFirst = 0
  /// Rows that were looked at; they come next.
  var first = PaddedBytes(capacity: 0)
  /// Bytes after the rows that were handed on.
  private var rest = PaddedBytes()
  /// The offset of the bytes of the rest that were not handed on.
  private var restStart = 0
  /// Whether the rest was searched in vain for the end of a quote.
  private var isStray = false
  /// How many bytes are read at once.
  package let readSize: Int
  private let maxRow: Int
  private var isAtEnd = false
  /// Whether the row between those and the rest was too long.
  var isTooLong = false
  /// Whether a byte order mark would no longer be at the beginning.
  private var isPastStart = false

  /// - Parameter readSize: At most a chunk's.
  /// - Parameter maxRow: The longest row that is read, in bytes.
  package init(
    _ format: RowFormat, readSize: Int = RowLimits.chunkSize, maxRow: Int = RowLimits.maxRow,
    read: @escaping Read
  ) {
    (self.format, self.readSize, self.maxRow, self.read) = (format, readSize, maxRow, read)
    splitter = RowSplitter(format)
    lineBreak = format == .jsonl ? .lf : nil
  }

  /// Fills a chunk with the rows that are there, at least one; nil at the end of the input.
  package func next(_ chunk: inout PaddedBytes) throws(Failure) -> Content? {
    let content = try fillWithRows(&chunk)
    isPastStart = true
    chunk.terminate()
    return content
  }

  private func fillWithRows(_ chunk: inout PaddedBytes) throws(Failure) -> Content? {
    chunk.truncate(to: 0)
    if tooLongFirst > 0 {
      tooLongFirst -= 1
      return .tooLong
    }
    if first.count > 0 {
      swap(&chunk, &first)
      first.removeAll(keepingCapacity: 0)
      return .rows
    }
    if isTooLong {
      isTooLong = false
      return .tooLong
    }
    if isStray, takeStrayRows(&chunk) { return .rows }
    takeRest(&chunk, atMost: rest.count)
    rest.removeAll(keepingCapacity: RowLimits.chunkSize)
    restStart = 0
    while true {
      let end = endOfLastRow(chunk)
      if end > 0 { return keepRest(of: &chunk, from: end) }
      if isAtEnd && chunk.count == 0 { return nil }
      if isAtEnd || chunk.count >= maxRow {
        let line = splitter.endOfFirstLine(chunk)
        if line > 0 {
          isStray = true
          return keepRest(of: &chunk, from: line)
        }
        try skipLine(&chunk)
        return .tooLong
      }
      try fill(&chunk)
    }
  }

  /// The end of the last row; before the first row has ended, what ends rows is found out.
  private func endOfLastRow(_ chunk: borrowing PaddedBytes) -> Int {
    if lineBreak == nil {
      guard let found = FirstRow(of: chunk, format: format) else { return 0 }
      (lineBreak, format) = (found.lineBreak, found.format)
      splitter = RowSplitter(format, lineBreak: found.lineBreak)
    }
    return splitter.endOfLastRow(chunk)
  }

  // MARK: After a quote that is never closed

  /// Fills a chunk from the rest after a row whose quote is never closed; false when no line ends there.
  private func takeStrayRows(_ chunk: inout PaddedBytes) -> Bool {
    while restStart < rest.count {
      takeRest(&chunk, atMost: max(RowLimits.strayWindow, chunk.count))
      let end = splitter.endOfLastRow(chunk)
      let taken = end > 0 ? end : splitter.endOfFirstLine(chunk)
      guard taken > 0 else { continue }
      restStart -= chunk.count - taken
      chunk.truncate(to: taken)
      return true
    }
    restStart -= chunk.count
    chunk.truncate(to: 0)
    isStray = false
    return false
  }

  /// Adds bytes of the rest to a chunk.
  private func takeRest(_ chunk: inout PaddedBytes, atMost max: Int) {
    let end = min(restStart + max, rest.count)
    chunk.append(rest, from: restStart, to: end)
    restStart = end
  }

  // MARK: Reading

  /// Reads more; after the last row of the input a line break is added where there is none.
  private func fill(_ chunk: inout PaddedBytes) throws(Failure) {
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

  /// Passes over the rest of a line.
  private func skipLine(_ chunk: inout PaddedBytes) throws(Failure) {
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
