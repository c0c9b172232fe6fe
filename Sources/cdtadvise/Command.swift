/// A command: the one table behind dispatch and help. Each command's file holds its row and its work.
struct Command: Sendable {
  /// A command line that can be pasted, with a remark.
  typealias Example = (line: String, remark: String)

  /// The word that calls it.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// Its operands as usage shows them.
  let operands: String
  /// What its operands are, for completion.
  let operandKind: OperandKind
  private let makeExamples: @Sendable () -> [Example]
  /// Its own flags; those that all commands have come behind them.
  let ownFlags: [Flag]
  /// Whether the questions of a topic are flags too.
  let takesAnswers: Bool
  /// Whether it writes its result itself, piece by piece.
  let streams: Bool
  /// The work.
  let run: @Sendable (Run) throws(Failure) -> Outcome

  /// Makes a row of the table; its examples only when help wants them.
  init(
    name: String, summary: String, operands: String = "", operandKind: OperandKind = .other,
    examples: @autoclosure @escaping @Sendable () -> [Example], ownFlags: [Flag] = [],
    takesAnswers: Bool = false, streams: Bool = false,
    run: @escaping @Sendable (Run) throws(Failure) -> Outcome
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.operandKind = operandKind
    makeExamples = examples
    self.ownFlags = ownFlags
    self.takesAnswers = takesAnswers
    self.streams = streams
    self.run = run
  }

  /// Its examples.
  var examples: [Example] { makeExamples() }

  /// All its flags.
  var flags: [Flag] { ownFlags + Flag.common }

  /// All commands, in the order of help.
  static let all: [Command] = [
    .ask, .visit, .batch, .explain, .draw, .teach, .quiz, .topics, .codes, .sources, .check, .completions,
    .manual, .help,
  ]

  /// The command that a word calls, one that help does not list among them; the others are not made for it.
  static func named(_ word: String) -> Command? {
    switch word {
    case "ask": ask
    case "case": visit
    case "batch": batch
    case "explain": explain
    case "draw": draw
    case "teach": teach
    case "quiz": quiz
    case "topics": topics
    case "codes": codes
    case "sources": sources
    case "check": check
    case "completions": completions
    case "complete": complete
    case "man": manual
    case "help": help
    default: nil
    }
  }

  /// How it is called, in one line.
  var usage: String {
    let parts = [name, operands, takesAnswers ? "[--QUESTION ANSWER …]" : "", "[FLAGS]"]
    return "cdtadvise " + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// What the operands of a command are.
enum OperandKind: Sendable {
  case topic, code, workedCase, shell, command, other
}

/// What a command leaves: a text for standard output or a file, and how it ends.
struct Outcome {
  /// The result; nil when there is none, and no file is made.
  let text: String?
  /// How the command ends.
  var status = ExitStatus.done
}
