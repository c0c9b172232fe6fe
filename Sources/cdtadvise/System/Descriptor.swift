#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system refused something, in its own words.
struct SystemError: Error {
  /// The system's number for it.
  let code: CInt

  /// Why the last call on this thread failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason in words.
  var reason: String { unsafe String(cString: strerror(code)) }
}

/// Which of all files one is, whatever it is called.
struct FileIdentity: Equatable, Sendable {
  let device: UInt64
  let number: UInt64
}

extension FilePath {
  /// Whether a file, or anything else, has this path.
  var exists: Bool { unsafe access(cString, F_OK) == 0 }
}

/// An open file, pipe or terminal.
final class Descriptor: Sendable {
  let number: CInt
  private let isOwned: Bool

  /// - Parameter isOwned: Whether the last reference closes it.
  init(_ number: CInt, isOwned: Bool = false) { (self.number, self.isOwned) = (number, isOwned) }

  deinit { if isOwned { close(number) } }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// The columns of the terminal; nil where none are known.
  var width: Int? {
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The identity of the regular file; nil for anything else.
  var file: FileIdentity? {
    status.map {
      FileIdentity(
        device: UInt64(truncatingIfNeeded: $0.st_dev), number: UInt64(truncatingIfNeeded: $0.st_ino))
    }
  }

  /// The size of the regular file in bytes; nil for anything else.
  var size: Int? { status.map { Int($0.st_size) } }

  /// The status of the regular file; nil for anything else.
  private var status: stat? {
    var status = stat()
    guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status
  }

  /// Reads what is there into the span; 0 means the end.
  func readSome(into span: inout MutableRawSpan) throws(SystemError) -> Int {
    while true {
      let count = unsafe span.withUnsafeMutableBytes { buffer in
        unsafe read(number, buffer.baseAddress, buffer.count)
      }
      if count >= 0 { return count }
      try waitAfterFailure(for: POLLIN)
    }
  }

  /// Writes all bytes.
  func writeAll(_ bytes: RawSpan) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe write(number, buffer.baseAddress, buffer.count)
      }
      if count < 0 { try waitAfterFailure(for: POLLOUT) } else { rest = rest.extracting(count...) }
    }
  }

  /// Waits until a failed call can be repeated: after a signal at once, on a stream that does not
  /// block (others who share it may have made it so) when it is ready.
  private func waitAfterFailure(for event: some BinaryInteger) throws(SystemError) {
    let failure = SystemError.last
    if failure.code == EINTR { return }
    guard failure.code == EAGAIN || failure.code == EWOULDBLOCK else { throw failure }
    var request = pollfd(fd: number, events: Int16(event), revents: 0)
    unsafe poll(&request, 1, -1)
  }
}
