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
  static let programVersion = "0.1.0"

  let arguments: Arguments
  let terminal: Terminal
  /// The destination of the result; only commands that write it piece by piece use it directly.
  let result: ResultStream
  /// The plan that `--plan` names.
  private(set) var plan: Plan?

  fileprivate init(_ arguments: Arguments, _ terminal: Terminal, _ result: ResultStream) {
    var terminal = terminal
    terminal.output.isTerminal = result.isTerminal
    (self.arguments, self.terminal, self.result) = (arguments, terminal, result)
  }

  fileprivate func outcome() throws(Failure) -> Outcome {
    if arguments.has(.version) { return try version() }
    var run = self
    if let word = arguments.values(of: .plan).last { run.plan = try plan(named: word) }
    return try arguments.command.run(run)
  }

  /// Reads the book that `--rules` or CDTADVISE_RULES names; without one it is the built-in book.
  func book() throws(Failure) -> RuleBook {
    guard let folder = rulesFolder else { return .standard }
    return try rethrow(RuleBook(folder: folder)) { .rules($0, folder: folder) }
  }

  /// The folder that `--rules` or CDTADVISE_RULES names; nil for the built-in book.
  var rulesFolder: String? { arguments[.rules] ?? terminal.environment("CDTADVISE_RULES") }

  /// The date of service; today when none is given.
  func day() throws(Failure) -> CalendarDay {
    if let day = try day(.on) { return day }
    guard let today = terminal.today() else { throw .noToday }
    return today
  }

  /// The date that a flag gives; nil without the flag.
  func day(_ flag: Flag) throws(Failure) -> CalendarDay? {
    guard let text = arguments[flag] else { return nil }
    guard let day = CalendarDay(written: text) else {
      throw .badValue(text, flag: flag.typed, needed: "a date like 3/2/2026 or 2026-03-02")
    }
    return day
  }

  /// Whether questions can be asked.
  var canAsk: Bool { terminal.isInteractive && !arguments.has(.noInput) }

  /// Writes a remark to standard error, unless `--quiet` was given.
  func remark(_ text: String) {
    if !arguments.has(.quiet) { terminal.say("cdtadvise: \(text)\n") }
  }

  /// Warns of a date that the rules were not reviewed for.
  func warn(of day: CalendarDay, by book: RuleBook) {
    if let warning = Basis(day: day, edition: book.edition).warning { remark("warning: \(warning)") }
  }

  /// Refuses a date that the rules were not reviewed for if `--strict` was given.
  func checkReview(of day: CalendarDay, by book: RuleBook) throws(Failure) {
    if arguments.has(.strict), let warning = Basis(day: day, edition: book.edition).warning {
      throw .notReviewed(warning)
    }
  }

  /// The style of text in the result.
  var style: TextStyle { textStyle(for: terminal.output) }

  /// The style of text on standard error.
  var errorStyle: TextStyle { textStyle(for: terminal.errors) }

  /// The width and the color of text on one output.
  private func textStyle(for output: ByteOutput) -> TextStyle {
    let choice = arguments[.color].flatMap { ["always": true, "never": false][$0] }
    return TextStyle(
      width: terminal.width(of: output), isColored: choice ?? terminal.isColored(output))
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
