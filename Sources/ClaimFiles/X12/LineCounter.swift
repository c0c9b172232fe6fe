/// Counts lines and columns; LF, CRLF, and CR end a line.
struct LineCounter {
  private var line = 1
  private var column = 0
  private var isAfterReturn = false

  /// Counts the next byte.
  @inline(__always)
  mutating func count(_ byte: UInt8) {
    if byte == 0x0A || isAfterReturn {
      line += 1
      column = byte == 0x0A ? 0 : 1
      isAfterReturn = byte == 0x0D
    } else {
      column += 1
      if byte == 0x0D { isAfterReturn = true }
    }
  }

  /// Counts a run of bytes without line breaks.
  @inline(__always)
  mutating func countColumns(_ number: Int) {
    if isAfterReturn { (line, column, isAfterReturn) = (line + 1, 0, false) }
    column += number
  }

  /// The position of the byte counted last.
  func position(segment: Int) -> SourcePosition {
    SourcePosition(line: line, column: column, segment: segment)
  }
}
