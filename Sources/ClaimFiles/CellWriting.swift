public import StrictJSON

extension Cell {
  /// The text, quotes undone and escapes resolved, malformed UTF-8 repaired; of a container its JSON, of `null` nothing.
  package func text(in bytes: borrowing PaddedBytes) -> String {
    switch form {
    case .null: ""
    case .plain, .malformed, .literal, .container: bytes.text(start..<end)
    case .quoted: String(decoding: unquoted(bytes), as: UTF8.self)
    case .escaped: bytes.jsonString((start - 1)..<(end + 1))
    }
  }

  /// The bytes of a quoted cell, its quotes no longer doubled.
  fileprivate func unquoted(_ bytes: borrowing PaddedBytes) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var offset = start
    while offset < end {
      text.append(bytes[offset])
      offset += bytes[offset] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text
  }
}

extension ByteSink {
  /// Adds a cell of a row as a cell of a delimited file; an absent one is empty.
  @inlinable @inline(__always)
  package mutating func append(
    _ cell: Cell?, of bytes: borrowing PaddedBytes, delimiter: UInt8, from source: UInt8?
  ) {
    guard let cell, !cell.isEmpty else { return }
    if cell.form == .plain, source == delimiter || !cell.needsQuotes(bytes, delimiter) {
      append(bytes, from: cell.start, to: cell.end)
    } else {
      append(converted: cell, of: bytes, delimiter)
    }
  }

  /// Adds a cell that is not empty and cannot be copied as it is.
  @usableFromInline
  mutating func append(converted cell: Cell, of bytes: borrowing PaddedBytes, _ delimiter: UInt8) {
    switch cell.form {
    case .null, .literal: append(bytes, from: cell.start, to: cell.end)
    case .quoted: append(bytes, from: cell.start - 1, to: cell.end + 1)
    case .malformed, .plain, .container: appendCell(bytes, cell.start..<cell.end, delimiter)
    case .escaped: append(delimited: cell.text(in: bytes), delimiter)
    }
  }

  /// Adds a text as a cell of a delimited file, in quotes where needed.
  package mutating func append(delimited text: String, _ delimiter: UInt8) {
    var text = text
    text.withUTF8 { unsafe appendCell(PaddedBytes($0), 0..<$0.count, delimiter) }
  }

  /// Adds bytes as a cell of a delimited file, in quotes where needed.
  package mutating func appendCell(_ text: borrowing PaddedBytes, _ range: Range<Int>, _ delimiter: UInt8) {
    let quote = UInt8(ascii: "\"")
    if !text.hasSpecial(range, delimiter) {
      return append(text, from: range.lowerBound, to: range.upperBound)
    }
    append(quote)
    var start = range.lowerBound
    while start < range.upperBound {
      let next = text.firstOffset(of: quote, in: start..<range.upperBound)
      append(text, from: start, to: next)
      if next < range.upperBound { append("\"\"".utf8) }
      start = next + 1
    }
    append(quote)
  }

  /// Adds a cell of a row as a JSON value: what was JSON as it is, other text as a string, an absent one as `null`.
  package mutating func append(_ cell: Cell?, of bytes: borrowing PaddedBytes, isJSON: Bool) {
    guard let cell else { return append("null".utf8) }
    switch cell.form {
    case .null, .literal, .container: append(bytes, from: cell.start, to: cell.end)
    case .plain where isJSON, .escaped: append(bytes, from: cell.start - 1, to: cell.end + 1)
    case .plain where cell.isPlainString(bytes):
      append(UInt8(ascii: "\""))
      append(bytes, from: cell.start, to: cell.end)
      append(UInt8(ascii: "\""))
    case .plain, .malformed: append(string: bytes, cell.start..<cell.end)
    case .quoted:
      let text = PaddedBytes(cell.unquoted(bytes))
      append(string: text, 0..<text.count)
    }
  }

  /// Adds a cell of a delimited file that is not UTF-8, repaired, to a delimited file, or as a JSON string.
  package mutating func append(repaired cell: Cell, of bytes: borrowing PaddedBytes, delimiter: UInt8?) {
    let isQuoted = cell.form == .quoted
    guard let delimiter else {
      return isQuoted
        ? append(cell, of: bytes, isJSON: false) : append(string: bytes, cell.start..<cell.end)
    }
    let needsQuotes = isQuoted || bytes.hasSpecial(cell.start..<cell.end, delimiter)
    if needsQuotes { append(UInt8(ascii: "\"")) }
    bytes.forEachPiece(of: cell.start..<cell.end) { piece in
      append((isQuoted ? piece : piece.replacing("\"", with: "\"\"")).utf8)
    }
    if needsQuotes { append(UInt8(ascii: "\"")) }
  }

  /// Adds bytes as a JSON string, malformed UTF-8 repaired; piece by piece, for escapes make it much longer.
  package mutating func append(string text: borrowing PaddedBytes, _ range: Range<Int>) {
    append(UInt8(ascii: "\""))
    text.forEachPiece(of: range) { piece in
      var escaped: [UInt8] = []
      appendJSONText(piece, to: &escaped)
      append(escaped)
    }
    append(UInt8(ascii: "\""))
  }
}

extension PaddedBytes {
  /// Visits some of the bytes as texts of some thousand bytes, none of which ends within a character.
  package func forEachPiece<Failure: Error>(
    of range: Range<Int>, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let limit = start + 1 << 12
      let end = limit < range.upperBound ? endOfCharacters(before: limit) : range.upperBound
      try body(text(start..<end))
      start = end
    }
  }
}

extension PaddedBytes {
  /// Whether some of the bytes mean something in a delimited file.
  fileprivate func hasSpecial(_ range: Range<Int>, _ delimiter: UInt8) -> Bool {
    let quote = UInt8(ascii: "\"")
    return firstOffset(in: range) { block in
      (block .== every(delimiter)) .| (block .== every(quote)) .| (block .== every(0x0A))
        .| (block .== every(0x0D))
    } < range.upperBound
  }
}

extension Cell {
  /// Whether the bytes need no escapes in a JSON string.
  fileprivate func isPlainString(_ bytes: borrowing PaddedBytes) -> Bool {
    bytes.firstOffset(in: start..<end, where: notPlain) == end
  }

  /// Whether the bytes of a plain cell, in which there is no quote, must be put in quotes.
  @usableFromInline
  func needsQuotes(_ bytes: borrowing PaddedBytes, _ delimiter: UInt8) -> Bool {
    bytes.firstOffset(in: start..<end) { ($0 .== every(delimiter)) .| ($0 .== every(0x0D)) } < end
  }
}
