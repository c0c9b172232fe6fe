import CodingRules

/// One run of the command: what was asked for, and where the result goes.
struct Run {
  /// The version of the program.
  static let programVersion = "0.1.0"

  let arguments: Arguments

  /// Runs a command line, tells what went wrong, and says how it ended.
  static func command(_ words: [String]) -> ExitStatus {
    do throws(Failure) {
      let width = Terminal.width(of: .output)
      if let help = Help(words) { return try writeOut(Outcome(text: help.text(width: width))) }
      if words.isEmpty && !Terminal.isInteractive { throw .nothingToDo }
      let run = Run(arguments: try Arguments(words))
      return try run.finish(run.arguments.has(.version) ? Run.version : run.arguments.command.run)
    } catch {
      tell(error, words)
      return error.status
    }
  }

  /// The book that `--rules` or CDTADVISE_RULES names, or the built-in one.
  func book() throws(Failure) -> RuleBook {
    guard let folder = rulesFolder else { return .standard }
    do throws(UnusableRules) {
      return try RuleBook(folder: folder)
    } catch {
      throw .rules(error, folder: folder)
    }
  }

  /// The folder that `--rules` or CDTADVISE_RULES names; nil for the built-in book.
  var rulesFolder: String? { arguments[.rules] ?? Terminal.environment("CDTADVISE_RULES") }

  /// The date of service; today when none is given.
  func day() throws(Failure) -> CalendarDay {
    if let day = try day(.on) { return day }
    guard let today = Terminal.today else { throw .noToday }
    return today
  }

  /// The day that a flag gives; nil when it is not given.
  func day(_ flag: Flag) throws(Failure) -> CalendarDay? {
    guard let text = arguments[flag] else { return nil }
    guard let day = CalendarDay(text) else { throw .badDay(flag: flag.typed, value: text) }
    return day
  }

  /// Whether JSON is wanted.
  var wantsJSON: Bool { arguments.has(.json) || arguments[.format] == "json" }

  /// Says something on standard error, unless `--quiet` was given.
  func remark(_ text: String) {
    if !arguments.has(.quiet) { Terminal.say("cdtadvise: \(text)\n") }
  }

  // MARK: Results

  /// How text for a stream is set: its width, and its colour decided for that stream alone.
  func style(_ stream: Terminal.Stream) -> TextStyle {
    TextStyle(width: Terminal.width(of: stream), isColoured: isColoured(stream))
  }

  private func isColoured(_ stream: Terminal.Stream) -> Bool {
    switch arguments.has(.noColor) ? "never" : arguments[.color] {
    case "always": return true
    case "never": return false
    default: break
    }
    if Terminal.environment("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = Terminal.environment(name), value != "0" { return true }
    }
    let terminal = Terminal.environment("TERM")
    let goesToFile = stream == .output && (arguments[.output] ?? "-") != "-"
    return terminal != nil && terminal != "dumb" && !goesToFile && Terminal.isTerminal(stream)
  }

  /// Does the work and writes what it leaves to standard output or the file of `--output`, which is opened first.
  private func finish(_ work: (Run) throws(Failure) -> Outcome) throws(Failure) -> ExitStatus {
    if arguments.command.streams { return try Self.writeOut(work(self)) }
    guard let path = arguments[.output], path != "-" else { return try Self.writeOut(work(self)) }
    let file = try OutputFile(path)
    let outcome: Outcome
    do throws(Failure) {
      outcome = try work(self)
    } catch {
      file.discard()
      throw error
    }
    guard let text = outcome.text else {
      file.discard()
      return outcome.status
    }
    try file.finish(Array(text.utf8))
    return outcome.status
  }

  private static func writeOut(_ outcome: Outcome) throws(Failure) -> ExitStatus {
    do throws(Terminal.WriteError) {
      try Terminal.write(Array((outcome.text ?? "").utf8), to: Terminal.Stream.output.rawValue)
    } catch {
      throw .writeFailed(reason: error.reason)
    }
    return outcome.status
  }

  // MARK: Version, errors

  /// The version of the program and of its rules.
  private static func version(_ run: Run) throws(Failure) -> Outcome {
    let edition = try run.book().edition
    let place = run.rulesFolder ?? "built in"
    return Outcome(
      text: """
        cdtadvise \(programVersion)
        rules \(edition.version): \(edition.title), reviewed \(edition.reviewed) (\(printable(place)))

        """)
  }

  /// One line of error; for wrong usage one of usage and one that leads to help.
  private static func tell(_ failure: Failure, _ words: [String]) {
    for line in failure.details { Terminal.say(line + "\n") }
    Terminal.say("cdtadvise: \(failure.message)\n")
    guard failure.status == .usage else { return }
    let command = words.lazy.compactMap { word in Command.named(word) }.first ?? .ask
    Terminal.say("Usage: \(command.usage)\nSee 'cdtadvise \(command.name) --help'.\n")
  }
}
