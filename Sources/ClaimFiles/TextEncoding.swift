/// The character encoding of a file.
package enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, read as is.
  case utf8 = "utf-8"
  /// UTF-16, little-endian unless a byte order mark says otherwise.
  case utf16 = "utf-16"
  /// Windows-1252, the single-byte encoding of Windows in Western Europe and the Americas.
  case windows1252 = "windows-1252"
}

/// Transcodes the bytes of a file to UTF-8, piece by piece.
enum TextDecoder {
  case windows1252
  case utf16(isBigEndian: Bool, rest: [UInt8])

  /// Decodes the next bytes; an incomplete character is kept for the next call.
  ///
  /// - Parameter isLast: Whether these are the last bytes.
  mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
    switch self {
    case .windows1252:
      return Array(String(String.UnicodeScalarView(bytes.map(Self.scalar))).utf8)
    case .utf16(let isBigEndian, let rest):
      let all = rest + bytes
      var count = all.count / 2
      func unit(_ index: Int) -> UInt16 {
        let (first, second) = (UInt16(all[2 * index]), UInt16(all[2 * index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      if !isLast, count > 0, UTF16.isLeadSurrogate(unit(count - 1)) { count -= 1 }
      let text = String(decoding: (0..<count).map(unit), as: UTF16.self)
      self = .utf16(isBigEndian: isBigEndian, rest: isLast ? [] : Array(all[(2 * count)...]))
      let isCut = isLast && all.count > 2 * count
      return Array((isCut ? text + "\u{FFFD}" : text).utf8)
    }
  }

  /// The character of a Windows-1252 byte; the five unassigned bytes become C1 control characters.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// The characters of 0x80 through 0x9F.
  private static let special: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
