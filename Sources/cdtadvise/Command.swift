/// A command. Each command's file holds its row of the table and its work.
struct Command: Sendable {
  /// A command line that can be pasted, with a remark.
  typealias Example = (line: String, remark: String)

  /// The word that calls it.
  let name: String
  /// What it does, in one line.
  let summary: String
  /// Its operands as usage shows them.
  let operands: String
  /// What its operands can be, in order, for completion; the last one may be repeated.
  let operandKinds: [OperandKind]
  private let makeExamples: @Sendable () -> [Example]
  /// Its own flags; those that all commands have follow them.
  let ownFlags: [Flag]
  /// Whether the questions of a topic are flags too.
  let takesAnswers: Bool
  /// Whether it writes its result itself, piece by piece.
  let streams: Bool
  /// The work.
  let run: @Sendable (Run) throws(Failure) -> Outcome

  /// Makes a row of the table; its examples only when help wants them.
  init(
    name: String, summary: String, operands: String = "", operandKinds: [OperandKind] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example], ownFlags: [Flag] = [],
    takesAnswers: Bool = false, streams: Bool = false,
    run: @escaping @Sendable (Run) throws(Failure) -> Outcome
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.operandKinds = operandKinds
    makeExamples = examples
    self.ownFlags = ownFlags
    self.takesAnswers = takesAnswers
    self.streams = streams
    self.run = run
  }

  /// The table of commands, in the order of help.
  static let groups: [(title: String, commands: [Command])] = [
    ("Advice", [.ask, .visit, .batch]),
    ("Reference", [.explain, .topics, .codes, .sources]),
    ("Training", [.draw, .teach, .quiz]),
    ("Rule books and setup", [.check, .completions, .manual, .help]),
  ]

  /// The commands that help lists.
  static let all: [Command] = groups.flatMap(\.commands)

  /// The command that a word calls; nil when none has that name.
  static func named(_ word: String) -> Command? {
    let name = formerNames[word] ?? word
    return all.first { $0.name == name } ?? (name == complete.name ? complete : nil)
  }

  /// Names that commands had, for scripts that use them, with the names they have now.
  private static let formerNames = ["case": "visit"]

  /// Its examples.
  var examples: [Example] { makeExamples() }

  /// All its flags.
  var flags: [Flag] { ownFlags + Flag.common }

  /// How it is called, in one line.
  var usage: String {
    let parts = [name, operands, takesAnswers ? "[--QUESTION ANSWER …]" : "", "[FLAGS]"]
    return "cdtadvise " + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// What an operand can be.
enum OperandKind: Sendable {
  case topic, file, topicOrFile, code, workedCase, shell, command
}

/// What a command leaves: a text for standard output or a file, and how it ends.
struct Outcome {
  /// The result; nil when there is none, and no file is made.
  let text: String?
  /// How the command ends.
  var status = ExitStatus.done
}
