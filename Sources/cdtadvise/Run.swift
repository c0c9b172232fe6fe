import CodingRules

/// Runs a command line, reports what went wrong, and says how it ended.
///
/// - Parameter arguments: The words after the program's name, as bytes.
func run(_ arguments: [[UInt8]], at terminal: Terminal) -> ExitStatus {
  let words = arguments.map { Word($0) }
  do throws(Failure) {
    if let help = Help.requested(by: words, at: terminal) { return try help.show(at: terminal) }
    if words.isEmpty && !terminal.isInteractive { throw .nothingToDo }
    return try Run(arguments: Arguments(words), terminal: terminal).finish()
  } catch {
    terminal.report(error, words)
    return error.status
  }
}

/// One run of the command: what was asked for, and the world around it.
struct Run {
  /// The version of the program.
  static let programVersion = "0.1.0"

  let arguments: Arguments
  /// Where the run reads and writes.
  private(set) var terminal: Terminal

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
    TextStyle(width: terminal.width(of: output), isColored: isColored(output))
  }

  private func isColored(_ output: ByteOutput) -> Bool {
    switch arguments[.color] {
    case "always": return true
    case "never": return false
    default: return terminal.isColored(output)
    }
  }

  /// Does the work and writes its result to standard output or the file of `--output`.
  fileprivate func finish() throws(Failure) -> ExitStatus {
    let work = arguments.has(.version) ? Self.version : arguments.command.run
    if let max = arguments.command.maxOperands, let extra = arguments.operands.dropFirst(max).first {
      throw .unexpectedArgument(extra)
    }
    if arguments.command.streams { return try work(self).status }
    let result = try ResultStream(arguments.path(.output), at: terminal)
    do throws(Failure) {
      var run = self
      run.terminal.output.isTerminal = result.isTerminal
      return try work(run).write(to: result)
    } catch {
      result.discard()
      throw error
    }
  }

  /// The versions of the program and its rules.
  private static func version(_ run: Run) throws(Failure) -> Outcome {
    let edition = try run.book().edition
    let origin = run.rulesFolder ?? "built in"
    return Outcome(
      text: """
        cdtadvise \(programVersion)
        rules \(edition.version): \(edition.title), reviewed \(edition.reviewed) (\(printable(origin)))

        """)
  }
}

extension Outcome {
  /// Writes the text; where there is none, no file is made.
  func write(to result: ResultStream) throws(Failure) -> ExitStatus {
    guard let text else {
      result.discard()
      return status
    }
    try result.write(text: text)
    try result.finish()
    return status
  }
}
