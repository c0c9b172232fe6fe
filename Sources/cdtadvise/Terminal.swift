import CodingRules

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The platform: standard streams, files, terminal, environment, clock, signals. Nothing else imports it.
enum Terminal {
  /// One of the standard streams.
  enum Stream: CInt {
    case input = 0
    case output = 1
    case error = 2
  }

  /// An output that cannot be written; the text is the system's reason.
  struct WriteError: Error {
    let reason: String
  }

  // MARK: Streams

  /// Whether a person sits at the stream.
  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether questions can be asked: a person reads standard error and types on standard input.
  static var isInteractive: Bool { isTerminal(.input) && isTerminal(.error) }

  /// The columns of the terminal behind the stream, or 80.
  static func width(of stream: Stream) -> Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all bytes, or says why not.
  static func write(_ bytes: [UInt8], to descriptor: CInt) throws(WriteError) {
    try bytes.withUnsafeBufferPointer { buffer throws(WriteError) in try write(buffer, to: descriptor) }
  }

  /// Writes all bytes, or says why not.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: CInt) throws(WriteError) {
    var start = 0
    while start < bytes.count {
      let count = writeBytes(
        descriptor, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...]))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw WriteError(reason: lastSystemError) }
      start += count
    }
  }

  /// Writes a text to standard error; where that fails there is nobody left to tell.
  static func say(_ text: String) {
    try? write(Array(text.utf8), to: Stream.error.rawValue)
  }

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter most: How many bytes it may have.
  static func contents(of path: String, most: Int) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? Stream.input.rawValue : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: lastSystemError) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= most {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(path: path, reason: lastSystemError) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    throw .cannotRead(path: path, reason: "larger than \(most >> 10) KiB")
  }

  // MARK: Environment and clock

  /// The value of an environment variable; nil when it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Whether the locale takes text as UTF-8.
  static var showsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(environment).first?.lowercased() else { return false }
    return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }

  /// Today where the computer stands.
  /// Nil only when the clock stands outside the years 1 to 9999.
  static var today: CalendarDay? {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  // MARK: Signals

  /// Lets Ctrl-C end the program on a line of its own with status 130, even if the parent blocked the signal.
  static func endCleanlyOnInterrupt() {
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
    signal(SIGINT) { _ in
      _ = [UInt8(ascii: "\n")].withUnsafeBytes { writeBytes(Stream.error.rawValue, $0) }
      if let draft = draftToRemove { unlink(draft) }
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  /// Lets Ctrl-C remove a file too.
  static func removeOnInterrupt(_ path: String) {
    draftToRemove = strdup(path)
    endCleanlyOnInterrupt()
  }

  /// How many seconds have passed since some moment before the program began.
  static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int(now.tv_sec)
  }

  /// Ends the program at once: nothing is left to be flushed, and threads may still be at their end.
  static func end(_ status: ExitStatus) -> Never { _exit(status.rawValue) }

  /// The system's reason for the last failure.
  static var lastSystemError: String { String(cString: strerror(errno)) }
}

/// The system's `write`, whose name a method above takes.
private func writeBytes(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// The draft that Ctrl-C removes; set once, before there are threads.
nonisolated(unsafe) private var draftToRemove: UnsafeMutablePointer<CChar>?
