import CodingRules

/// The names of the commands, in the order of help.
enum CommandName: String, CaseIterable, Sendable {
  case ask, visit, read, batch, map, audit
  case explain, topics, codes, sources, plans
  case draw, teach, quiz
  case check, completions, man, help
  case complete

  /// The command with a name; nil if there is none.
  init?(typed word: String) {
    let name = word.lowercased()
    // `init(rawValue:)` builds a table of so many cases first, which slows down the start.
    guard let known = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = known
  }

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

/// A command, declared in a file of its own.
struct Command: Sendable {
  /// A section of the program's help.
  enum Group: String, CaseIterable {
    case advice = "Advice"
    case reference = "Reference"
    case training = "Training"
    case setup = "Rule books and setup"
  }

  let id: CommandName
  /// The section of help; nil for a command that help does not list.
  let group: Group?
  /// One line for help.
  let summary: String
  /// The operands, for the usage line.
  var operands = ""
  var operandKinds: [WordKind] = []
  /// Command lines to paste, each with a remark after `#`.
  var examples = ""
  /// The flags that not all commands have.
  var ownFlags: [Flag] = []
  /// Whether the questions of a topic are flags, too.
  var takesAnswers = false
  let run: @Sendable (Run) throws(Failure) -> Outcome

  /// The commands that help lists, in order.
  static let all = CommandName.allCases.map(\.command).filter { $0.group != nil }

  /// The command with a name; nil if there is none.
  static func named(_ word: String) -> Command? { CommandName(typed: word)?.command }

  var name: String { id.rawValue }

  /// The command lines and remarks of such a text.
  static func examples(in text: String) -> [(line: String, remark: String)] {
    text.split(separator: "\n").map { example in
      let hash = example.firstIndex(of: "#") ?? example.endIndex
      return (String(example[..<hash]).trimmed, String(example[hash...].dropFirst()).trimmed)
    }
  }

  /// The largest number of operands; nil for any number, since codes and words can be repeated.
  var maxOperands: Int? {
    switch operandKinds.last {
    case .code, .text: nil
    default: operandKinds.count
    }
  }

  var flags: [Flag] { ownFlags + Flag.common }

  /// The usage line.
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
