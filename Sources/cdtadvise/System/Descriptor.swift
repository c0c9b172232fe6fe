import Glibc

/// An error of a system call.
struct SystemError: Error {
  /// The value of `errno`.
  let code: CInt

  /// The error of the last failed call on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's description.
  var reason: String { unsafe String(cString: strerror(code)) }
}

/// The identity of a file, whatever its path.
struct FileIdentity: Equatable, Sendable {
  let device: UInt64
  let number: UInt64
}

extension FilePath {
  /// Whether a file or anything else exists at the path.
  var exists: Bool { unsafe access(cString, F_OK) == 0 }
}

/// An open file, pipe or terminal.
final class Descriptor: Sendable {
  let number: CInt
  private let isOwned: Bool

  /// - Parameter isOwned: Whether the last reference closes it.
  init(_ number: CInt, isOwned: Bool = false) { (self.number, self.isOwned) = (number, isOwned) }

  /// Opens a file, by default for reading until the last reference is gone.
  convenience init(
    opening path: FilePath, _ flags: CInt = O_RDONLY, mode: mode_t = 0, isOwned: Bool = true
  ) throws(SystemError) {
    let number = unsafe open(path.cString, flags | O_CLOEXEC, mode)
    if number < 0 { throw .last }
    self.init(number, isOwned: isOwned)
  }

  deinit { if isOwned { close(number) } }

  var isTerminal: Bool { isatty(number) == 1 }

  /// The width of the terminal in columns; nil if unknown.
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

  /// Reads the bytes that are available into the span and returns their number; 0 means the end.
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

  /// Waits until a failed call can be repeated: at once after a signal, else when a non-blocking stream is ready.
  ///
  /// A process that shares the stream may have made it non-blocking.
  private func waitAfterFailure(for event: some BinaryInteger) throws(SystemError) {
    let failure = SystemError.last
    if failure.code == EINTR { return }
    guard failure.code == EAGAIN || failure.code == EWOULDBLOCK else { throw failure }
    var request = pollfd(fd: number, events: Int16(event), revents: 0)
    unsafe poll(&request, 1, -1)
  }
}
