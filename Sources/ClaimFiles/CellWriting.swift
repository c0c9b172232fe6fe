public import StrictJSON

extension Cell {
  /// The decoded text, with malformed UTF-8 repaired; JSON for a container, empty for `null`.
  package func text(in bytes: borrowing PaddedBytes) -> String {
    switch form {
    case .null: ""
    case .plain, .malformed, .literal, .container: bytes.text(start..<end)
    case .quoted: String(decoding: unquoted(bytes), as: UTF8.self)
    case .escaped: bytes.jsonString((start - 1)..<(end + 1))
    }
  }

  /// The bytes of a quoted cell with doubled quotes collapsed.
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
  /// Appends a cell to a delimited file; an absent cell is written as empty.
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

  /// Appends a nonempty cell that may need quoting or conversion.
  @usableFromInline
  mutating func append(converted cell: Cell, of bytes: borrowing PaddedBytes, _ delimiter: UInt8) {
    switch cell.form {
    case .null, .literal: append(bytes, from: cell.start, to: cell.end)
    case .quoted: append(bytes, from: cell.start - 1, to: cell.end + 1)
    case .malformed, .plain, .container: appendCell(bytes, cell.start..<cell.end, delimiter)
    case .escaped: append(delimited: cell.text(in: bytes), delimiter)
    }
  }

  /// Appends text as a cell of a delimited file, quoted if necessary.
  package mutating func append(delimited text: String, _ delimiter: UInt8) {
    var text = text
    text.withUTF8 { unsafe appendCell(PaddedBytes($0), 0..<$0.count, delimiter) }
  }

  /// Appends bytes as a cell of a delimited file, quoted if necessary.
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

  /// Appends a cell as JSON: JSON unchanged, other text as a string, an absent cell as `null`.
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

  /// Appends a cell of a delimited file with its UTF-8 repaired: as a cell or, without a delimiter,
  /// as a JSON string.
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

  /// Appends bytes as a JSON string with malformed UTF-8 repaired, in pieces because escapes can
  /// make it much longer.
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
  /// Visits a range of the bytes as text in pieces of about 4 KiB that never split a character.
  package func forEachPiece<Failure: Error>(
    of range: Range<Int>, _ body: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var start = range.lowerBound
    while start < range.upperBound {
      let limit = start + 1 << 12
      let end = limit < range.upperBound ? characterBoundary(before: limit) : range.upperBound
      try body(text(start..<end))
      start = end
    }
  }
}

extension PaddedBytes {
  /// Whether a range contains a delimiter, a quote, or a line break.
  fileprivate func hasSpecial(_ range: Range<Int>, _ delimiter: UInt8) -> Bool {
    let quote = UInt8(ascii: "\"")
    return firstOffset(in: range) { block in
      (block .== splat(delimiter)) .| (block .== splat(quote)) .| (block .== splat(0x0A))
        .| (block .== splat(0x0D))
    } < range.upperBound
  }
}

extension Cell {
  /// Whether the bytes can be copied into a JSON string without escaping.
  fileprivate func isPlainString(_ bytes: borrowing PaddedBytes) -> Bool {
    bytes.firstOffset(in: start..<end, where: notPlain) == end
  }

  /// Whether a plain cell, which contains no quote, must be quoted.
  @usableFromInline
  func needsQuotes(_ bytes: borrowing PaddedBytes, _ delimiter: UInt8) -> Bool {
    bytes.firstOffset(in: start..<end) { ($0 .== splat(delimiter)) .| ($0 .== splat(0x0D)) } < end
  }
}
