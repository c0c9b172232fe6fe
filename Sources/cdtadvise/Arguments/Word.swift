/// A command-line argument: bytes, since a file name need not be valid UTF-8.
struct Word: Sendable, Equatable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The text, with malformed UTF-8 repaired.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var path: FilePath { FilePath(bytes: bytes) }

  /// Whether it is a flag or a group of one-letter flags; `-` alone is neither.
  var isFlag: Bool { bytes.count > 1 && bytes[0] == UInt8(ascii: "-") }

  /// Whether it is a flag of more than one letter.
  var isLongFlag: Bool { bytes.starts(with: "--".utf8) }

  /// The part after the first `=`; nil without one.
  var valuePart: Word? { bytes.firstIndex(of: UInt8(ascii: "=")).map { Word(bytes[($0 + 1)...]) } }

  /// The name of a long flag, without hyphens and value.
  var flagName: String {
    Word(bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }).text
  }
}
