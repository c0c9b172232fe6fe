import CodingRules

/// The table of commands: the words that call them, in the order of help.
enum CommandName: String, CaseIterable, Sendable {
  case ask, visit, read, batch, map, audit
  case explain, topics, codes, sources, plans
  case draw, teach, quiz
  case check, completions, man, help
  case complete

  /// The command that a word calls; nil when none has that name.
  init?(typed word: String) {
    // What `visit` was called before, for scripts that say it.
    let name = word == "case" ? "visit" : word.lowercased()
    // A search, since `init(rawValue:)` of so many cases makes a table first, which costs start-up.
    guard let known = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = known
  }

  /// The command's row.
  var command: Command {
    switch self {
    case .ask: .ask
    case .visit: .visit
    case .read: .read
    case .batch: .batch
    case .map: .map
    case .audit: .audit
    case .explain: .explain
    case .topics: .topics
    case .codes: .codes
    case .sources: .sources
    case .plans: .plans
    case .draw: .draw
    case .teach: .teach
    case .quiz: .quiz
    case .check: .check
    case .completions: .completions
    case .man: .manual
    case .help: .help
    case .complete: .complete
    }
  }
}

/// A command. Each command's file holds its row of the table and its work.
struct Command: Sendable {
  /// A heading of the program's help.
  enum Group: String, CaseIterable {
    case advice = "Advice"
    case reference = "Reference"
    case training = "Training"
    case setup = "Rule books and setup"
  }

  let id: CommandName
  /// Where help lists it; nil for what is not for people.
  let group: Group?
  /// What it does, in one line.
  let summary: String
  /// Its operands as usage shows them.
  var operands = ""
  /// What its operands can be, in order.
  var operandKinds: [WordKind] = []
  /// Command lines that can be pasted, each with a remark behind `#`.
  var examples = ""
  /// Its own flags; those that all commands have follow them.
  var ownFlags: [Flag] = []
  /// Whether the questions of a topic are flags too.
  var takesAnswers = false
  /// The work.
  let run: @Sendable (Run) throws(Failure) -> Outcome

  /// The commands that help lists, in its order.
  static let all = CommandName.allCases.map(\.command).filter { $0.group != nil }

  /// The command that a word calls; nil when none has that name.
  static func named(_ word: String) -> Command? { CommandName(typed: word)?.command }

  /// The word that calls it.
  var name: String { id.rawValue }

  /// The command lines of such a text with their remarks.
  static func examples(in text: String) -> [(line: String, remark: String)] {
    text.split(separator: "\n").map { example in
      let hash = example.firstIndex(of: "#") ?? example.endIndex
      return (String(example[..<hash]).trimmed, String(example[hash...].dropFirst()).trimmed)
    }
  }

  /// How many operands it takes; nil for any number, since codes and words of a text can be repeated.
  var maxOperands: Int? {
    switch operandKinds.last {
    case .code, .text: nil
    default: operandKinds.count
    }
  }

  /// All its flags.
  var flags: [Flag] { ownFlags + Flag.common }

  /// How it is called, in one line.
  var usage: String {
    let parts = [name, operands, takesAnswers ? "[--QUESTION ANSWER …]" : "", "[FLAGS]"]
    return "cdtadvise " + parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The end of a command: the result, or what is left of it to write, and the exit status.
struct Outcome {
  /// The text to write to standard output or the file of `--output`; nil if no file is to be made.
  let text: String?
  /// The exit status.
  var status = ExitStatus.done
}
