/// A value to write as JSON; objects keep their keys in the given order.
package enum JSON: Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// An integer.
  case integer(Int)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// A value that is already encoded, on one line without whitespace.
  case encoded([UInt8])
  /// Keys and values in order; the caller makes sure that keys are unique.
  case object([(key: String, value: JSON)])

  /// A string, or `null` for nil.
  package static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates a string.
  package init(stringLiteral value: String) { self = .string(value) }
  /// Creates an integer.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates `true` or `false`.
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// Creates `null`.
  package init(nilLiteral: ()) { self = .null }
  /// Creates an array.
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Creates an object that keeps the order of its keys.
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension JSON {
  /// The layout of the output.
  package enum Layout: Sendable {
    /// One line, no whitespace.
    case compact
    /// One value per line, indented two spaces per level.
    case indented
  }

  /// The value encoded as UTF-8, without a trailing line break.
  package func bytes(_ layout: Layout) -> [UInt8] {
    var writer = JSONWriter(isIndented: layout == .indented)
    writer.write(self)
    return writer.bytes
  }
}

private struct JSONWriter {
  let isIndented: Bool
  var bytes: [UInt8] = []
  private var depth = 0

  init(isIndented: Bool) {
    self.isIndented = isIndented
    // Enough for a short result.
    bytes.reserveCapacity(1 << 9)
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .string(let text): appendJSONString(text, to: &bytes)
    case .encoded(let value): bytes += value
    case .array(let elements):
      container("[", "]", elements) { writer, element in writer.write(element) }
    case .object(let members):
      container("{", "}", members) { writer, member in
        appendJSONString(member.key, to: &writer.bytes)
        writer.bytes.append(contentsOf: (writer.isIndented ? ": " : ":").utf8)
        writer.write(member.value)
      }
    }
  }

  private mutating func container<Item>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ items: [Item],
    writeItem: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      writeItem(&self, item)
    }
    depth -= 1
    if !items.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }
}

/// Appends a string in quotes, with control characters (C0, C1) and line separators escaped.
package func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  appendJSONText(text, to: &bytes)
  bytes.append(UInt8(ascii: "\""))
}

/// Appends part of a string, escaped the same way but without quotes.
package func appendJSONText(_ text: String, to bytes: inout [UInt8]) {
  var text = text
  text.withUTF8 { text in
    var start = 0
    while start < text.count {
      let end = unsafe text.firstIndex(from: start) { notPlain($0) .| ($0 .== splat(0x7F)) }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      start = unsafe end < text.count ? end + appendEscaped(text[end...], to: &bytes) : end
    }
  }
}

/// Appends the first scalar, escaped if necessary, or the first byte of a multibyte one.
///
/// - Returns: The number of bytes consumed.
private func appendEscaped(_ text: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]) -> Int {
  let start = unsafe text.startIndex
  let byte = unsafe text[start]
  switch byte {
  case 0x22, 0x5C: bytes += [UInt8(ascii: "\\"), byte]
  case 0x0A: bytes += "\\n".utf8
  case 0x0D: bytes += "\\r".utf8
  case 0x09: bytes += "\\t".utf8
  case 0..<0x20, 0x7F: appendUnicodeEscape(UInt32(byte), to: &bytes)
  case 0xC2 where unsafe text[start + 1] < 0xA0:
    unsafe appendUnicodeEscape(UInt32(text[start + 1]), to: &bytes)
    return 2
  case 0xE2 where unsafe text[start + 1] == 0x80 && text[start + 2] & 0xFE == 0xA8:
    unsafe appendUnicodeEscape(0x2000 | UInt32(text[start + 2] & 0x3F), to: &bytes)
    return 3
  default: bytes.append(byte)
  }
  return 1
}

private func appendUnicodeEscape(_ scalar: UInt32, to bytes: inout [UInt8]) {
  let digits = String(scalar, radix: 16)
  bytes += "\\u".utf8
  bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
  bytes += digits.utf8
}
