#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file or standard input, read piece by piece.
struct InputStream {
  /// How messages call it.
  let name: String
  private let descriptor: CInt

  /// Opens a file; `-` is standard input.
  init(_ path: String) throws(Failure) {
    name = path
    descriptor = path == "-" ? Terminal.Stream.input.rawValue : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw .cannotRead(path: path, reason: Terminal.lastSystemError) }
  }

  /// Reads what is there, as much as fits; 0 means the end.
  func read(into bytes: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let found = readBytes(descriptor, bytes)
      if found >= 0 { return found }
      if errno != EINTR { throw .cannotRead(path: name, reason: Terminal.lastSystemError) }
    }
  }
}

/// The system's `read`, whose name a method above takes.
private func readBytes(_ descriptor: CInt, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, bytes.baseAddress, bytes.count)
}

/// Where a result goes while it grows: standard output, or a file that appears whole or not at all.
final class ResultStream {
  /// Whether a person reads it.
  let isTerminal: Bool
  /// Whether the result goes to a file that appears whole or not at all.
  let isFile: Bool
  private let descriptor: CInt
  private var file: OutputFile?

  /// Opens the file; no path, and `-`, are standard output.
  init(_ path: String?) throws(Failure) {
    if let path, path != "-" {
      let opened = try OutputFile(path)
      descriptor = opened.descriptor
      file = consume opened
      (isFile, isTerminal) = (true, false)
    } else {
      descriptor = Terminal.Stream.output.rawValue
      file = nil
      isFile = false
      isTerminal = Terminal.isTerminal(.output)
    }
  }

  /// Writes bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(Terminal.WriteError) {
    try Terminal.write(bytes, to: descriptor)
  }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(Terminal.WriteError) {
      try Terminal.write(bytes, to: descriptor)
    } catch {
      throw .writeFailed(reason: error.reason)
    }
  }

  /// Gives the file its name.
  func finish() throws(Failure) { try file.take()?.finish([]) }

  /// Leaves no file.
  func discard() { file.take()?.discard() }
}
