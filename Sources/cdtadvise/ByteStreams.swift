import ClaimFiles

/// A source of bytes: standard input or a file.
struct ByteInput: Sendable {
  /// The name in messages.
  let name: String
  /// Whether a person types the input.
  var isTerminal = false
  /// The identity of the regular file; nil for anything else.
  var file: FileIdentity?
  /// The size in bytes, if known; the file may have grown by the time it is read.
  var size: Int?
  /// Reads the bytes that are available into the span and returns their number; 0 means the end.
  let read: @Sendable (inout MutableRawSpan) throws(InputError) -> Int

  /// The bytes that are available, at most `max` of them; empty at the end.
  func bytes(atMost max: Int) throws(InputError) -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: max)
    var elements = bytes.mutableSpan
    var span = unsafe elements.mutableBytes
    let count = try read(&span)
    return bytes[..<count]
  }

  /// The number of bytes to read at once: no more than a file of known size has.
  func readSize(atMost max: Int) -> Int { size.map { min(Swift.max($0 + 1, 1 << 12), max) } ?? max }

  /// The whole input.
  ///
  /// - Parameter max: The largest accepted size in bytes.
  func contents(max: Int) throws(Failure) -> [UInt8] {
    var contents: [UInt8] = []
    while contents.count <= max {
      let chunk = try rethrow(bytes(atMost: readSize(atMost: 1 << 16))) { .input($0, path: name) }
      if chunk.isEmpty { return contents }
      contents += chunk
    }
    throw .input(.unreadable(reason: "larger than \(max >> 10) KiB"), path: name)
  }
}

extension ByteInput {
  /// Opens a file.
  init(_ path: FilePath) throws(Failure) {
    do throws(SystemError) {
      self.init(try Descriptor(opening: path), name: path.text)
    } catch {
      throw .input(.unreadable(reason: error.reason), path: path.text)
    }
  }

  /// Reads from a descriptor.
  ///
  /// - Parameter name: The name in messages.
  init(_ descriptor: Descriptor, name: String) {
    self.init(
      name: name, isTerminal: descriptor.isTerminal, file: descriptor.file, size: descriptor.size,
      read: { span throws(InputError) in
        do throws(SystemError) {
          return try descriptor.readSome(into: &span)
        } catch {
          throw .unreadable(reason: error.reason)
        }
      })
  }
}

/// The bytes of an input one by one; a read error ends them.
struct ByteReader {
  private let input: ByteInput
  private var buffer: ArraySlice<UInt8> = []

  init(_ input: ByteInput) { self.input = input }

  /// The next byte; nil at the end of input, or if the byte is not wanted.
  mutating func next(if isWanted: (UInt8) -> Bool = { _ in true }) -> UInt8? {
    if buffer.isEmpty { buffer = (try? input.bytes(atMost: 4096)) ?? [] }
    guard let byte = buffer.first, isWanted(byte) else { return nil }
    return buffer.popFirst()
  }
}

/// A destination of bytes: standard output, standard error, or a file.
struct ByteOutput: Sendable {
  /// Whether a person reads the output.
  var isTerminal = false
  /// The terminal's width in columns; nil if there is no terminal.
  var width: Int?
  /// The identity of the regular file; nil for anything else.
  var file: FileIdentity?
  /// Writes all bytes.
  let write: @Sendable (RawSpan) throws(SystemError) -> Void

  /// Writes a text.
  func write(text: String) throws(SystemError) { try unsafe write(text.utf8Span.span.bytes) }
}

extension ByteOutput {
  /// Writes to a descriptor.
  init(_ descriptor: Descriptor) {
    self.init(
      isTerminal: descriptor.isTerminal, width: descriptor.width, file: descriptor.file,
      write: { bytes throws(SystemError) in try descriptor.writeAll(bytes) })
  }
}
