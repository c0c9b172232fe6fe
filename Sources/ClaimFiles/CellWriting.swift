import StrictJSON

extension Cell {
  /// The text, quotes undone and escapes resolved, malformed UTF-8 repaired; of a container its JSON, of `null` nothing.
  public func text(in bytes: UnsafePointer<UInt8>) -> String {
    switch form {
    case .null: return ""
    case .plain, .malformed, .literal, .container: return String(decoding: span(bytes), as: UTF8.self)
    case .quoted: return String(decoding: undoubled(bytes), as: UTF8.self)
    case .escaped:
      return jsonText(UnsafeBufferPointer(start: bytes + start - 1, count: end - start + 2))
    }
  }

  /// The bytes between the outer quotes, if there are any.
  @inlinable public func span(_ bytes: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  fileprivate func undoubled(_ bytes: UnsafePointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var place = start
    while place < end {
      text.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return text
  }
}

extension ByteSink {
  /// Adds a cell of a row as a cell of a delimited file; an absent one is empty.
  @inlinable @inline(__always)
  public mutating func append(
    _ cell: Cell?, of bytes: UnsafePointer<UInt8>, delimiter: UInt8, from source: UInt8?
  ) {
    guard let cell, !cell.isEmpty else { return }
    if cell.form == .plain, source == delimiter || !cell.needsQuotes(bytes, delimiter) {
      append(bytes + cell.start, count: cell.end &- cell.start)
    } else {
      append(odd: cell, of: bytes, delimiter)
    }
  }

  /// Adds a cell that cannot be copied as it stands, perhaps.
  @usableFromInline
  mutating func append(odd cell: Cell, of bytes: UnsafePointer<UInt8>, _ delimiter: UInt8) {
    switch cell.form {
    case .null: return
    case .literal: append(bytes + cell.start, count: cell.end - cell.start)
    case .quoted: append(bytes + cell.start - 1, count: cell.end - cell.start + 2)
    case .malformed, .plain, .container: append(delimited: cell.span(bytes), delimiter)
    case .escaped: append(delimited: cell.text(in: bytes).utf8, delimiter)
    }
  }

  /// Adds a text as a cell of a delimited file, in quotes where it must be.
  public mutating func append(delimited text: some Collection<UInt8>, _ delimiter: UInt8) {
    let isSpecial = { (byte: UInt8) in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard text.contains(where: isSpecial) else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }

  /// Adds a cell of a row as a JSON value: what was JSON as it stands, other text as a string, an absent one as `null`.
  public mutating func append(_ cell: Cell?, of bytes: UnsafePointer<UInt8>, isJSON: Bool) {
    guard let cell else { return append("null".utf8) }
    switch cell.form {
    case .null, .literal, .container: append(bytes + cell.start, count: cell.end - cell.start)
    case .plain where isJSON, .escaped: append(bytes + cell.start - 1, count: cell.end - cell.start + 2)
    case .plain where cell.isPlainString(bytes):
      append(UInt8(ascii: "\""))
      append(bytes + cell.start, count: cell.end - cell.start)
      append(UInt8(ascii: "\""))
    case .plain, .malformed: append(string: cell.span(bytes))
    case .quoted: cell.undoubled(bytes).withUnsafeBufferPointer { append(string: $0) }
    }
  }

  /// Adds a text as a JSON string, malformed UTF-8 repaired; piece by piece, for escapes make it much longer.
  public mutating func append(string text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    for piece in text.pieces {
      var escaped: [UInt8] = []
      appendJSONText(piece, to: &escaped)
      append(escaped)
    }
    append(UInt8(ascii: "\""))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The text in pieces of some thousand bytes, none of which ends within a letter; malformed UTF-8 repaired.
  public var pieces: some Sequence<String> {
    sequence(state: 0) { start -> String? in
      if start == count { return nil }
      let end = endOfLetters(before: start + 1 << 12)
      defer { start = end }
      return String(decoding: self[start..<end], as: UTF8.self)
    }
  }

  /// The last place up to a limit where a letter begins; the limit where the bytes before it are none.
  func endOfLetters(before limit: Int) -> Int {
    guard limit < count else { return count }
    return (Swift.max(0, limit - 3)...limit).last { self[$0] & 0xC0 != 0x80 } ?? limit
  }
}

extension Cell {
  /// Whether the bytes can stand in a JSON string as they are.
  fileprivate func isPlainString(_ bytes: UnsafePointer<UInt8>) -> Bool {
    bytes.first(from: start, limit: end, where: notPlain) == end
  }

  /// Whether the bytes of a plain cell, in which no quote stands, must be put in quotes.
  @usableFromInline
  func needsQuotes(_ bytes: UnsafePointer<UInt8>, _ delimiter: UInt8) -> Bool {
    bytes.first(from: start, limit: end) { ($0 .== every(delimiter)) .| ($0 .== every(0x0D)) } < end
  }
}
