/// A violation of strict JSON and its offset.
@usableFromInline package struct JSONError: Error, Equatable, Sendable {
  /// The kind of violation.
  @usableFromInline package enum Kind: Equatable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd
    /// A byte that is not allowed here; `expected` describes what is.
    case unexpected(expected: String)
    /// A comma before a closing bracket.
    case trailingComma
    /// Text after the top-level value.
    case trailingText
    /// A byte order mark at the beginning.
    case byteOrderMark
    /// A number with a leading zero, a bare decimal point, or the like.
    case malformedNumber
    /// An unknown escape, or half of a surrogate pair.
    case malformedEscape
    /// An unescaped control character.
    case controlCharacter
    /// Invalid UTF-8.
    case malformedUTF8
    /// More than 4 GiB.
    case tooLong
    /// A key that the same object already has.
    case repeatedKey(String)
  }

  /// The kind of violation.
  package let kind: Kind
  /// The offset in bytes, from 0.
  package let offset: Int

  /// Creates an error at a byte offset.
  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  /// The reason as a phrase, without the offset.
  @usableFromInline package var description: String {
    switch kind {
    case .unexpectedEnd: "unexpected end of file"
    case .unexpected(let expected): "expected \(expected)"
    case .trailingComma: "trailing comma"
    case .trailingText: "nothing may follow the value"
    case .byteOrderMark: "unexpected byte order mark"
    case .malformedNumber: "this is not a JSON number"
    case .malformedEscape: "this is not a JSON escape"
    case .controlCharacter: "a control character must be written as an escape"
    case .malformedUTF8: "this is not UTF-8"
    case .tooLong: "a text of more than 4 GiB is not read"
    case .repeatedKey(let key): "duplicate key '\(beginning(of: key))'"
    }
  }
}

/// A line and column, as an editor counts them.
package struct TextPosition: Equatable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int

  /// Converts a byte offset, clamped to the end of the text; linear in the offset.
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

/// The text, truncated after 80 Unicode scalars with an ellipsis, for use in messages.
package func beginning(of text: String) -> String {
  if text.utf8.count <= 80 { return text }
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}
