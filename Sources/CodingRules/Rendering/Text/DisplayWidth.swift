/// Returns the width of text in terminal columns: 0 for marks, 2 for wide characters and emoji.
package func displayWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  if text.unicodeScalars.allSatisfy(\.isNarrowAndAlone) { return text.unicodeScalars.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

extension Unicode.Scalar {
  /// Whether it is certainly a character of its own, one column wide, without consulting Unicode
  /// tables: Western European letters and signs, dashes, quotes and the ellipsis.
  fileprivate var isNarrowAndAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x24F, 0x2010...0x2027: true
    default: false
    }
  }
}

private func displayWidth(_ character: Character) -> Int {
  let first = character.unicodeScalars[character.unicodeScalars.startIndex]
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  let isPicture = character.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }
  return isPicture || wideScalars.contains { $0.first <= first.value && first.value <= $0.last } ? 2 : 1
}

/// The blocks of characters two columns wide (Unicode, East Asian Width).
private let wideScalars: [(first: UInt32, last: UInt32)] = [
  (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF),
  (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6),
  (0x20000, 0x3FFFD),
]
