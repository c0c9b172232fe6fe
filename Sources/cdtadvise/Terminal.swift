import CodingRules

/// The world as a run sees it: streams, environment, clock. Tests pass their own.
struct Terminal: Sendable {
  var input: ByteInput
  var output: ByteOutput
  var errors: ByteOutput
  /// The value of an environment variable; nil if it is unset or empty.
  var environment: @Sendable (String) -> String?
  /// Today's date; nil only if the clock is outside the years 1 to 9999.
  var today: @Sendable () -> CalendarDay?
  /// The seconds of a clock that never goes back.
  var seconds: @Sendable () -> Int
  /// Sets the file that the signal handler removes; nil for none.
  var removeOnSignal: @Sendable (FilePath?) -> Void
  /// Switches the input between single keys and whole lines; returns false if it cannot.
  var readKeys: @Sendable (Bool) -> Bool = { _ in false }

  /// Whether a person types the input and reads standard error.
  var isInteractive: Bool { input.isTerminal && errors.isTerminal }

  /// Whether typed lines can be edited: the terminal can move its cursor.
  var editsLines: Bool { isInteractive && environment("TERM").map { $0 != "dumb" } ?? false }

  /// Whether the locale's encoding is UTF-8.
  var showsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(environment).first?.lowercased() else { return false }
    return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }

  /// The width of an output in columns: that of COLUMNS, else that of its terminal, else 80.
  func width(of output: ByteOutput) -> Int {
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    return output.width ?? 80
  }

  /// Whether text on an output is colored by default.
  func isColored(_ output: ByteOutput) -> Bool {
    if environment("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = environment(name), value != "0" { return true }
    }
    return output.isTerminal && environment("TERM").map { $0 != "dumb" } ?? false
  }

  /// Writes a text to standard error and ignores errors, which could not be reported.
  func say(_ text: String) { try? errors.write(text: text) }

  /// Opens a file; `-` means standard input. The file that standard output writes to is refused: reading it would not end.
  func input(at path: FilePath) throws(Failure) -> ByteInput {
    let input = path.isStandardStream ? input : try ByteInput(path)
    if let file = input.file, file == output.file { throw .inputIsOutput(path: path.text) }
    return input
  }
}
