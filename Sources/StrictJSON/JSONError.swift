/// Where a text is not strict JSON, and why.
@usableFromInline package struct JSONError: Error, Equatable, Sendable {
  /// What is wrong.
  @usableFromInline package enum Kind: Equatable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd
    /// A byte that is not allowed here; the text says what is.
    case unexpected(expected: String)
    /// A comma before a closing bracket.
    case trailingComma
    /// Something follows the one value of the text.
    case trailingText
    /// A byte order mark at the beginning.
    case byteOrderMark
    /// A number with a leading zero, a bare point or the like.
    case malformedNumber
    /// An unknown escape, or half of a surrogate pair.
    case malformedEscape
    /// A control character that is not escaped.
    case controlCharacter
    /// Bytes that are not UTF-8.
    case malformedUTF8
    /// More than 4 GiB.
    case tooLong
    /// A key that the same object already has.
    case repeatedKey(String)
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, counted in bytes from 0.
  package let offset: Int

  /// Creates an error at a byte offset.
  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// The reason as one phrase, without the offset.
  @usableFromInline package var description: String {
    switch kind {
    case .unexpectedEnd: "the text ends too early"
    case .unexpected(let expected): "expected \(expected)"
    case .trailingComma: "a comma may not stand before a closing bracket"
    case .trailingText: "nothing may follow the value"
    case .byteOrderMark: "a byte order mark may not stand at the beginning"
    case .malformedNumber: "this is not a JSON number"
    case .malformedEscape: "this is not a JSON escape"
    case .controlCharacter: "a control character must be written as an escape"
    case .malformedUTF8: "this is not UTF-8"
    case .tooLong: "a text of more than 4 GiB is not read"
    case .repeatedKey(let key): "the key '\(beginning(of: key))' stands here a second time"
    }
  }
}

/// A position in a text as people count it.
package struct TextPosition: Equatable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int

  /// Finds the line and column of a byte offset; an offset past the end means the end. Linear in the offset.
  package init(of offset: Int, in bytes: some Collection<UInt8>) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }
}

/// The first words of a text, for a sentence about it: all of a text that is not long.
package func beginning(of text: String) -> String {
  if text.utf8.count <= 80 { return text }
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}
