/// A word of the command line: bytes, since a file name in it need not be text.
struct Word: Sendable, Equatable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The word as text, malformed UTF-8 repaired.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The word as the name of a file.
  var path: FilePath { FilePath(bytes: bytes) }

  /// Whether it is a flag, or a group of one-letter flags; `-` alone is none.
  var isFlag: Bool { bytes.count > 1 && bytes[0] == UInt8(ascii: "-") }

  /// Whether it is a flag of more than one letter.
  var isLongFlag: Bool { bytes.starts(with: "--".utf8) }

  /// What follows the first `=`; nil when there is none.
  var valuePart: Word? { bytes.firstIndex(of: UInt8(ascii: "=")).map { Word(bytes[($0 + 1)...]) } }

  /// A long flag's name, without the hyphens and the value.
  var flagName: String {
    Word(bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "=") }).text
  }
}
