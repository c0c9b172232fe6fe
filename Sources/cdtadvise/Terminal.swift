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
  /// Makes the input hand over each key at once, or whole lines again; false when it cannot.
  var readKeys: @Sendable (Bool) -> Bool = { _ in false }

  /// Whether questions can be asked: a person reads the errors and types the input.
  var isInteractive: Bool { input.isTerminal && errors.isTerminal }

  /// Whether lines can be edited while they are typed: not on a terminal that cannot move its cursor.
  var editsLines: Bool { isInteractive && environment("TERM").map { $0 != "dumb" } ?? false }

  /// Whether the locale takes text as UTF-8.
  var showsUnicode: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    guard let locale = names.lazy.compactMap(environment).first?.lowercased() else { return false }
    return locale.hasSuffix("utf-8") || locale.hasSuffix("utf8")
  }

  /// The columns of an output: as COLUMNS says, else as the terminal it leads to says, else 80.
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

  /// Writes a text to standard error; a failure cannot be reported.
  func say(_ text: String) { try? errors.write(text: text) }

  /// Opens a file to read; `-` is standard input. Standard output is refused, since reading what is written never ends.
  func input(at path: FilePath) throws(Failure) -> ByteInput {
    let input = path.isStandardStream ? input : try ByteInput(path)
    if let file = input.file, file == output.file { throw .inputIsOutput(path: path.text) }
    return input
  }
}
