/// The name of a file as the system takes it: any bytes but zero, whether they are text or not.
struct FilePath: Sendable, Equatable {
  let bytes: [UInt8]

  init(bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The name for messages, malformed UTF-8 repaired.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The name as C takes it.
  var cString: [CChar] { bytes.map(CChar.init(bitPattern:)) + [0] }

  /// Whether it is `-`, standard input or output.
  var isStandardStream: Bool { bytes == [UInt8(ascii: "-")] }

  /// A file of that name in the same folder.
  func sibling(_ name: String) -> FilePath {
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[...$0] } ?? []
    return FilePath(bytes: folder + Array(name.utf8))
  }
}
