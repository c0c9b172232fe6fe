/// A word, a number, a day or a division of a sentence.
struct Token {
  enum Kind: Equatable {
    case word
    case number
    case day(CalendarDay)
    case division(Link)
  }

  let kind: Kind
  /// The byte range in the text.
  let range: Range<Int>
  /// The normalized word, or a slash; empty for anything else, such as a number that counts nothing.
  let key: String

  /// Whether it is a word or a number.
  var isWord: Bool { kind == .word || kind == .number }
}

/// A tokenizer for any bytes, linear in their number.
struct Tokenizer {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var tokens: [Token] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 1)
    while index < bytes.count { readToken() }
  }

  /// The byte at an offset; a space outside the text.
  private subscript(_ offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0x20 }

  private mutating func readToken() {
    let start = index
    let byte = self[index]
    if byte.isDigit, let (day, end) = WrittenDate.day(in: bytes, from: index) {
      index = end
      tokens.append(Token(kind: .day(day), range: start..<end, key: ""))
    } else if isWordByte(at: index) || byte == UInt8(ascii: "#") && self[index + 1].isDigit {
      readWord()
    } else if let word = Self.word(for: byte) {
      index += 1
      tokens.append(Token(kind: .word, range: start..<index, key: word))
    } else {
      let link = division()
      index += isGeneralPunctuation(at: index) ? 3 : 1
      let key = byte == UInt8(ascii: "/") ? "/" : ""
      if let link { tokens.append(Token(kind: .division(link), range: start..<index, key: key)) }
    }
  }

  private mutating func readWord() {
    let start = index
    index += 1
    while true {
      if isWordByte(at: index) {
        index += 1
      } else if let length = apostrophe(at: index), isWordByte(at: index + length) {
        index += length
      } else {
        break
      }
    }
    if self[index] == UInt8(ascii: "/") { readAbbreviation(from: start) }
    let isNumber = bytes[start..<index].allSatisfy { $0.isDigit || $0 == UInt8(ascii: "#") }
    while isNumber, self[index] == UInt8(ascii: "/"), self[index + 1].isDigit {
      index += 1
      while self[index].isDigit { index += 1 }
    }
    let word = bytes[start..<index]
    let key =
      switch wordKey(word) {
      case "w/": "with"
      case "f/": "for"
      // A day or a list of teeth counts nothing: "3/2".
      case let key: isNumber && word.contains(UInt8(ascii: "/")) ? "" : key
      }
    tokens.append(Token(kind: isNumber ? .number : .word, range: start..<index, key: key))
  }

  /// Extends a word past the slash of an abbreviation such as `w/o`, `U/L` or `w/`.
  private mutating func readAbbreviation(from start: Int) {
    guard index - start <= 2, bytes[start..<index].allSatisfy(\.isASCIILetter) else { return }
    var end = index + 1
    while self[end].isASCIILetter { end += 1 }
    let length = end - index - 1
    if (1...2).contains(length), !isWordByte(at: end) {
      index = end
    } else if index - start == 1, "wWfF".utf8.contains(self[start]) {
      index += 1
    }
  }

  /// Returns the word that a symbol stands for; nil if there is none.
  private static func word(for symbol: UInt8) -> String? {
    switch symbol {
    case UInt8(ascii: "&"), UInt8(ascii: "+"): "and"
    case UInt8(ascii: "@"): "at"
    default: nil
    }
  }

  /// Returns the division made by the punctuation at the index; nil if there is none.
  private func division() -> Link? {
    switch self[index] {
    case UInt8(ascii: "."): isEndOfSentence ? .new : nil
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"): .new
    case UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "*"):
      .and
    case UInt8(ascii: ":"): .list
    case UInt8(ascii: "-"): self[index - 1] == 0x20 && !isWordByte(at: index + 1) ? .and : nil
    case 0xE2 where isGeneralPunctuation(at: index):
      switch self[index + 2] {
      case 0x93, 0x94, 0xA2: .and  // dashes and the bullet
      case 0xA6: .new  // the ellipsis
      default: nil
      }
    default: nil
    }
  }

  /// Whether a period ends a sentence, rather than being in a number or after a title such as `Dr.`
  private var isEndOfSentence: Bool {
    guard self[index + 1].isSpace else { return false }
    guard let last = tokens.last, last.range.upperBound == index, (2...3).contains(last.range.count) else {
      return true
    }
    let word = bytes[last.range]
    let isTitle = word.first?.isUpperCase == true && word.dropFirst().allSatisfy(\.isLowerCase)
    return !(isTitle && self[index + 2].isUpperCase)
  }

  private func isWordByte(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return byte.isASCIILetter || byte.isDigit }
    return !isGeneralPunctuation(at: offset) && !(byte == 0xC2 && self[offset + 1] == 0xA0)
      && !(byte == 0xA0 && self[offset - 1] == 0xC2)
  }

  /// Returns the length in bytes of an apostrophe; nil if there is none.
  private func apostrophe(at offset: Int) -> Int? {
    if self[offset] == UInt8(ascii: "'") { return 1 }
    return isGeneralPunctuation(at: offset) && (0x98...0x99).contains(self[offset + 2]) ? 3 : nil
  }

  /// Whether there is a typographic mark, U+2000 to U+203F, at an offset.
  private func isGeneralPunctuation(at offset: Int) -> Bool {
    self[offset] == 0xE2 && self[offset + 1] == 0x80
  }
}
