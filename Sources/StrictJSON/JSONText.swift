/// Decodes a string that has already been checked; the bytes include its quotes.
func jsonText(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  let inner = unsafe UnsafeBufferPointer(rebasing: bytes.dropFirst().dropLast())
  guard unsafe inner.contains(UInt8(ascii: "\\")) else {
    return unsafe String(decoding: inner, as: UTF8.self)
  }
  var text: [UInt8] = []
  text.reserveCapacity(inner.count)
  var index = 0
  // The low four bits of a digit are its value; those of a letter A to F, its value minus 9.
  func unit(at start: Int) -> UInt16 {
    unsafe inner[start..<(start + 4)].reduce(0) { $0 << 4 + UInt16($1 & 0x0F + ($1 >> 6) * 9) }
  }
  while index < inner.count {
    guard unsafe inner[index] == UInt8(ascii: "\\") else {
      unsafe text.append(inner[index])
      index += 1
      continue
    }
    let escape = unsafe inner[index + 1]
    index += 2
    guard escape == UInt8(ascii: "u") else {
      text.append(shortEscapes[escape] ?? escape)
      continue
    }
    var units = [unit(at: index)]
    index += 4
    if UTF16.isLeadSurrogate(units[0]) {
      units.append(unit(at: index + 2))
      index += 6
    }
    text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
  }
  return String(decoding: text, as: UTF8.self)
}

/// The one-letter escapes that stand for a control character.
private let shortEscapes: [UInt8: UInt8] = [
  UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
  UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
]
