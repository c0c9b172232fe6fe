/// A path as the system defines it: any bytes but zero, not necessarily valid UTF-8.
struct FilePath: Sendable, Equatable {
  let bytes: [UInt8]

  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The path for messages, with malformed UTF-8 repaired.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The path, terminated by a zero.
  var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// Whether it is `-`, which means standard input or output.
  var isStandardStream: Bool { bytes == [UInt8(ascii: "-")] }

  /// The path of another file in the same folder.
  func sibling(_ name: String) -> FilePath {
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[...$0] } ?? []
    return FilePath(bytes: folder + Array(name.utf8))
  }
}
