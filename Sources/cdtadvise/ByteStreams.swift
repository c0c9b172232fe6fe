/// Bytes to read: standard input or a file.
struct ByteInput: Sendable {
  /// How messages call it.
  let name: String
  /// Whether a person types it.
  var isTerminal = false
  /// The regular file that it is; nil for anything else.
  var file: FileIdentity?
  /// How many bytes it has, where that is known; there may be more by the time they are read.
  var size: Int?
  /// Reads what is there into the span; 0 means the end.
  let readSome: @Sendable (inout MutableRawSpan) throws(SystemError) -> Int

  /// Reads what is there into the span; 0 means the end.
  func read(into span: inout MutableRawSpan) throws(Failure) -> Int {
    do throws(SystemError) {
      return try readSome(&span)
    } catch {
      throw .cannotRead(path: name, reason: error.reason)
    }
  }

  /// How many bytes to read at once: no more than there are, where that is known.
  func readSize(atMost max: Int) -> Int { size.map { min(Swift.max($0 + 1, 1 << 12), max) } ?? max }

  /// All its bytes.
  ///
  /// - Parameter max: How many it may have.
  func contents(max: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: readSize(atMost: 1 << 16))
    while bytes.count <= max {
      var elements = chunk.mutableSpan
      var span = unsafe elements.mutableBytes
      let count = try read(into: &span)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    throw .cannotRead(path: name, reason: "larger than \(max >> 10) KiB")
  }
}

/// Where bytes go: standard output, standard error, or a file.
struct ByteOutput: Sendable {
  /// Whether a person reads it.
  var isTerminal = false
  /// The columns of the terminal it leads to; nil when there is none.
  var width: Int?
  /// The regular file that it is; nil for anything else.
  var file: FileIdentity?
  /// Writes all bytes.
  let write: @Sendable (RawSpan) throws(SystemError) -> Void

  /// Writes a text.
  func write(text: String) throws(SystemError) { try unsafe write(text.utf8Span.span.bytes) }
}
