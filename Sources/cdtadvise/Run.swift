import CodingRules

/// Runs a command line and reports a failure.
///
/// - Parameter arguments: The words after the program's name, as bytes.
func run(_ arguments: [[UInt8]], at terminal: Terminal) -> ExitStatus {
  let words = arguments.map { Word($0) }
  do throws(Failure) {
    if let help = Help.requested(by: words, at: terminal) { return try help.show(at: terminal) }
    if words.isEmpty && !terminal.isInteractive { throw .nothingToDo }
    let arguments = try Arguments(words)
    if let extra = arguments.extraOperand { throw .unexpectedArgument(extra) }
    return try ResultStream.write(to: arguments.path(.output), at: terminal) {
      result throws(Failure) in
      try Run(arguments, terminal, result).outcome()
    }
  } catch {
    terminal.report(error, words)
    return error.status
  }
}

/// One run of the command: its arguments and the world around it.
struct Run {
  /// The version of the program.
  static let programVersion = "0.1.0"

  let arguments: Arguments
  let terminal: Terminal
  /// The destination of the result; only commands that write it piece by piece use it directly.
  let result: ResultStream

  fileprivate init(_ arguments: Arguments, _ terminal: Terminal, _ result: ResultStream) {
    var terminal = terminal
    terminal.output.isTerminal = result.isTerminal
    (self.arguments, self.terminal, self.result) = (arguments, terminal, result)
  }

  fileprivate func outcome() throws(Failure) -> Outcome {
    arguments.has(.version) ? try version() : try arguments.command.run(self)
  }

  /// The book of a folder, once it was read.
  private let shelf = Shelf()

  private final class Shelf {
    var book: RuleBook?
  }

  /// The book that `--rules` or CDTADVISE_RULES names, or the built-in one; read once.
  func book() throws(Failure) -> RuleBook {
    guard let folder = rulesFolder else { return .standard }
    if let book = shelf.book { return book }
    let book = try rethrow(RuleBook(folder: folder)) { .rules($0, folder: folder) }
    shelf.book = book
    return book
  }

  /// The folder that `--rules` or CDTADVISE_RULES names; nil for the built-in book.
  var rulesFolder: String? { arguments[.rules] ?? terminal.environment("CDTADVISE_RULES") }

  /// The date of service; today when none is given.
  func day() throws(Failure) -> CalendarDay {
    if let day = try day(.on) { return day }
    guard let today = terminal.today() else { throw .noToday }
    return today
  }

  /// The date that a flag gives; nil when it is not given.
  func day(_ flag: Flag) throws(Failure) -> CalendarDay? {
    guard let text = arguments[flag] else { return nil }
    guard let day = CalendarDay(written: text) else { throw .badDay(flag: flag.typed, value: text) }
    return day
  }

  /// Whether questions can be asked.
  var canAsk: Bool { terminal.isInteractive && !arguments.has(.noInput) }

  /// Says something on standard error, unless `--quiet` was given.
  func remark(_ text: String) {
    if !arguments.has(.quiet) { terminal.say("cdtadvise: \(text)\n") }
  }

  /// How text for an output is set: its width, and its color decided for that output alone.
  func style(_ output: ByteOutput) -> TextStyle {
    TextStyle(width: terminal.width(of: output), isColoured: isColored(output))
  }

  private func isColored(_ output: ByteOutput) -> Bool {
    switch arguments[.color] {
    case "always": return true
    case "never": return false
    default: return terminal.isColored(output)
    }
  }

  /// The versions of the program and its rules.
  private func version() throws(Failure) -> Outcome {
    let edition = try book().edition
    let origin = rulesFolder ?? "built in"
    return Outcome(
      text: """
        cdtadvise \(Self.programVersion)
        rules \(edition.version): \(edition.title), reviewed \(edition.reviewed) (\(printable(origin)))

        """)
  }
}
