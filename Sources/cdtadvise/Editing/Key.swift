/// An editing command: a key or a key combination.
enum Key: Equatable {
  case character(Character)
  case left, right, start, end
  case earlier, later
  case deleteBack, deleteAhead, deleteWord, deleteToStart, deleteToEnd
  case enter
  /// Ctrl-D.
  case endOfInput
  /// A key without a command.
  case other

  /// The command of a control character.
  fileprivate init(control byte: UInt8) {
    self =
      switch byte {
      case 0x0A, 0x0D: .enter
      case 0x08, 0x7F: .deleteBack
      case UInt8(ascii: "A") & 0x1F: .start
      case UInt8(ascii: "B") & 0x1F: .left
      case UInt8(ascii: "D") & 0x1F: .endOfInput
      case UInt8(ascii: "E") & 0x1F: .end
      case UInt8(ascii: "F") & 0x1F: .right
      case UInt8(ascii: "K") & 0x1F: .deleteToEnd
      case UInt8(ascii: "N") & 0x1F: .later
      case UInt8(ascii: "P") & 0x1F: .earlier
      case UInt8(ascii: "U") & 0x1F: .deleteToStart
      case UInt8(ascii: "W") & 0x1F: .deleteWord
      default: .other
      }
  }

  /// The command of an escape sequence, by its final byte and its parameter.
  fileprivate init(final: UInt8, number: Int) {
    self =
      switch (final, number) {
      case (UInt8(ascii: "A"), _): .earlier
      case (UInt8(ascii: "B"), _): .later
      case (UInt8(ascii: "C"), _): .right
      case (UInt8(ascii: "D"), _): .left
      case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), 1), (UInt8(ascii: "~"), 7): .start
      case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), 4), (UInt8(ascii: "~"), 8): .end
      case (UInt8(ascii: "~"), 3): .deleteAhead
      default: .other
      }
  }
}

/// Decodes the bytes that a terminal sends into keys.
struct KeyReader {
  var bytes: ByteReader

  init(_ input: ByteInput) { bytes = ByteReader(input) }

  /// The next key; nil at the end of input.
  mutating func next() -> Key? {
    guard let byte = bytes.next() else { return nil }
    switch byte {
    case 0x1B: return sequence()
    case ..<0x20, 0x7F: return Key(control: byte)
    default: return character(startingWith: byte)
    }
  }

  /// The rest of an escape sequence: `[` or `O`, parameters, and a letter or `~`.
  private mutating func sequence() -> Key? {
    guard let first = bytes.next() else { return nil }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .other }
    var number: Int? = 0
    while let byte = bytes.next() {
      if (0x40...0x7E).contains(byte) { return Key(final: byte, number: number ?? 0) }
      if (0x30...0x39).contains(byte), let value = number, value < 100 {
        number = value * 10 + Int(byte - 0x30)
      }
    }
    return nil
  }

  /// A character in UTF-8; `.other` if it is malformed or a control character.
  private mutating func character(startingWith first: UInt8) -> Key? {
    var encoded = [first]
    let count = max(0, (~first).leadingZeroBitCount - 1)
    while encoded.count <= min(count, 3), let byte = bytes.next(if: { $0 & 0xC0 == 0x80 }) {
      encoded.append(byte)
    }
    guard let text = String(validating: encoded, as: UTF8.self), let character = text.first,
      !character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return .other }
    return .character(character)
  }
}
