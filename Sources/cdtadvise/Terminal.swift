import CodingRules

/// What a run sees of the world: streams, terminal, environment, clock. It changes nothing global,
/// so that a test can make one of its own.
struct Terminal: Sendable {
  var input: ByteInput
  var output: ByteOutput
  var errors: ByteOutput
  /// The value of an environment variable; nil when it is unset or empty.
  var environment: @Sendable (String) -> String?
  /// Today's date; nil only when the clock is outside the years 1 to 9999.
  var today: @Sendable () -> CalendarDay?
  /// Seconds since some moment before the run.
  var seconds: @Sendable () -> Int
  /// Names the file that a signal removes before it ends the program; nil for none.
  var removeOnSignal: @Sendable (FilePath?) -> Void

  /// Whether questions can be asked: a person reads the errors and types the input.
  var isInteractive: Bool { input.isTerminal && errors.isTerminal }

  /// Whether the locale takes text as UTF-8.
  var showsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(environment).first?.lowercased() else { return false }
    return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }

  /// The columns of an output: as COLUMNS says, else as the terminal behind it says, else 80.
  func width(of output: ByteOutput) -> Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    return output.width ?? 80
  }

  /// Whether text on an output is colored, unless the command line says so.
  func isColored(_ output: ByteOutput) -> Bool {
    if environment("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), value != "0" { return true }
    }
    return output.isTerminal && environment("TERM").map { $0 != "dumb" } ?? false
  }

  /// Writes a text to standard error; where that fails, nobody is left to report it to.
  func say(_ text: String) { try? errors.write(text: text) }

  /// Opens a file to read; `-` is standard input.
  func input(at path: FilePath) throws(Failure) -> ByteInput {
    path.isStandardStream ? input : try ByteInput(path)
  }
}

/// Bytes to read: standard input or a file.
struct ByteInput: Sendable {
  /// How messages call it.
  let name: String
  /// Whether a person types it.
  var isTerminal = false
  /// Reads what is there into the buffer; 0 means the end.
  let readSome: @Sendable (UnsafeMutableRawBufferPointer) throws(SystemError) -> Int

  /// Reads what is there, up to a number of bytes; 0 means the end.
  func read(into bytes: UnsafeMutablePointer<UInt8>, count: Int) throws(Failure) -> Int {
    do throws(SystemError) {
      return try readSome(UnsafeMutableRawBufferPointer(start: bytes, count: count))
    } catch {
      throw .cannotRead(path: name, reason: error.reason)
    }
  }

  /// All its bytes.
  ///
  /// - Parameter max: How many it may have.
  func contents(max: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= max {
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(Failure) in
        try buffer.baseAddress.map { base throws(Failure) in
          try read(into: base, count: buffer.count)
        } ?? 0
      }
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
  /// The columns of the terminal behind it; nil when there is none.
  var width: Int?
  /// Writes all bytes.
  let writeAll: @Sendable (UnsafeRawBufferPointer) throws(SystemError) -> Void

  /// Writes bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(SystemError) {
    try writeAll(UnsafeRawBufferPointer(bytes))
  }

  /// Writes a text.
  func write(text: String) throws(SystemError) {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { buffer throws(SystemError) in try write(buffer) }
  }
}
