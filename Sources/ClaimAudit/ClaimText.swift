import CodingRules

extension Span<UInt8> {
  /// The value of an integer, which may have zeros after a decimal point; nil for anything else.
  var wholeNumber: Int? {
    var number = 0
    var digits = 0
    for index in indices {
      if self[index] == UInt8(ascii: "."), digits > 0 {
        return (index + 1..<count).allSatisfy { self[$0] == UInt8(ascii: "0") } ? number : nil
      }
      guard (0x30...0x39).contains(self[index]), digits < 9 else { return nil }
      number = number * 10 + Int(self[index] & 0x0F)
      digits += 1
    }
    return digits > 0 ? number : nil
  }

  /// The areas named in the text, with any separators. Accepts numbers without their leading zero,
  /// which spreadsheets drop.
  var areas: MouthAreas {
    var areas: MouthAreas = []
    var word = ""
    for index in indices {
      if self[index].isLetterOrDigit {
        word.unicodeScalars.append(Unicode.Scalar(self[index]))
        if index + 1 < count { continue }
      }
      if let area = MouthAreas(word) ?? MouthAreas("0" + word) { areas.formUnion(area) }
      word = ""
    }
    return areas
  }

  /// Whether there is a letter, digit, or non-ASCII character.
  var hasWord: Bool { indices.contains { self[$0].isLetterOrDigit || self[$0] >= 0x80 } }

  /// Whether the text means no or none.
  var isNo: Bool {
    guard hasWord else { return true }
    return count <= 5 && isAny(of: ["0", "n", "no", "none", "false"])
  }

  /// Whether the text is one of some lowercase words, ignoring case.
  func isAny(of words: [String]) -> Bool {
    words.contains { word in
      word.utf8.count == count && zip(word.utf8, indices).allSatisfy { $0 == self[$1] | 0x20 }
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF)
  }
}
