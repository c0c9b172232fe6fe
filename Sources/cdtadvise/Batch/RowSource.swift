import ClaimFiles

/// Whole rows from an input, chunk by chunk.
final class RowSource {
  /// What a chunk holds.
  enum Content {
    case rows
    /// One row that is too long to be read; its bytes are gone.
    case tooLong
  }

  /// The longest row that is read, in bytes.
  static let longestRow = 4 << 20
  /// How many bytes of whole rows are handed on at once.
  static let chunkSize = 1 << 18

  private let input: ByteInput
  private let splitter: RowSplitter
  /// Rows that were looked at; they come before all else.
  private let first = Chunk(capacity: 0)
  /// Bytes behind the rows that were handed on.
  private let rest = Chunk(capacity: chunkSize)
  /// Where the bytes of the rest begin that were not handed on.
  private var restStart = 0
  /// Whether the rest was looked through for the end of a quote in vain.
  private var isStray = false
  private let readSize: Int
  private var isAtEnd = false
  /// Whether the row between those and the rest was too long.
  private var isTooLong = false

  /// - Parameter readSize: How many bytes are read at once, at most a chunk's.
  init(_ input: ByteInput, _ format: RowFormat, readSize: Int = chunkSize) {
    self.readSize = readSize
    self.input = input
    splitter = RowSplitter(format)
  }

  /// Fills a chunk with the rows that are there, at least one; nil at the end of the input.
  func next(_ chunk: Chunk) throws(Failure) -> Content? {
    chunk.count = 0
    if first.count > 0 {
      chunk.append(UnsafeBufferPointer(start: first.bytes, count: first.count))
      first.forget(keeping: 0)
      return .rows
    }
    if isTooLong {
      isTooLong = false
      return .tooLong
    }
    if isStray, takeStrayRows(chunk) { return .rows }
    takeRest(chunk, atMost: rest.count)
    rest.forget(keeping: Self.chunkSize)
    restStart = 0
    while true {
      let end = splitter.endOfLastRow(chunk.bytes, limit: chunk.count)
      if end > 0 { return keepRest(of: chunk, from: end) }
      if isAtEnd && chunk.count == 0 { return nil }
      if isAtEnd || chunk.count >= Self.longestRow {
        let line = splitter.endOfFirstLine(chunk.bytes, limit: chunk.count)
        if line > 0 {
          isStray = true
          return keepRest(of: chunk, from: line)
        }
        try skipLine(chunk)
        return .tooLong
      }
      try fill(chunk)
    }
  }

  // MARK: Behind a quote that is never closed

  /// How far a row is looked through there before its first line is taken for it; else each would cost all that follows.
  private static let strayWindow = 1 << 12

  /// Fills a chunk from the rest behind a row whose quote is never closed; false when no line ends there.
  private func takeStrayRows(_ chunk: Chunk) -> Bool {
    while restStart < rest.count {
      takeRest(chunk, atMost: max(Self.strayWindow, chunk.count))
      let end = splitter.endOfLastRow(chunk.bytes, limit: chunk.count)
      let taken = end > 0 ? end : splitter.endOfFirstLine(chunk.bytes, limit: chunk.count)
      guard taken > 0 else { continue }
      restStart -= chunk.count - taken
      chunk.count = taken
      return true
    }
    restStart -= chunk.count
    (chunk.count, isStray) = (0, false)
    return false
  }

  /// Adds bytes of the rest to a chunk.
  private func takeRest(_ chunk: Chunk, atMost most: Int) {
    let count = min(most, rest.count - restStart)
    chunk.append(UnsafeBufferPointer(start: rest.bytes + restStart, count: count))
    restStart += count
  }

  // MARK: Reading

  /// Takes a chunk back that was looked at.
  func putBack(_ chunk: Chunk, _ content: Content) {
    switch content {
    case .tooLong: isTooLong = true
    case .rows: first.append(UnsafeBufferPointer(start: chunk.bytes, count: chunk.count))
    }
  }

  /// Reads more; behind the last row of the input a line break is put where there is none.
  private func fill(_ chunk: Chunk) throws(Failure) {
    chunk.reserve(min(max(Self.chunkSize, 2 * chunk.count), Self.longestRow))
    let found = try input.read(
      into: chunk.bytes + chunk.count, count: min(chunk.capacity - chunk.count, readSize))
    if found == 0 {
      isAtEnd = true
      if chunk.count > 0 { chunk.appendLineBreak() }
    } else {
      chunk.count += found
    }
  }

  private func keepRest(of chunk: Chunk, from end: Int) -> Content {
    rest.count = 0
    rest.append(UnsafeBufferPointer(start: chunk.bytes + end, count: chunk.count - end))
    chunk.count = end
    return .rows
  }

  /// Passes over the rest of a line.
  private func skipLine(_ chunk: Chunk) throws(Failure) {
    repeat {
      chunk.count = 0
      try fill(chunk)
      let line = splitter.endOfFirstLine(chunk.bytes, limit: chunk.count)
      if line > 0 {
        _ = keepRest(of: chunk, from: line)
        return
      }
    } while !isAtEnd
  }
}
