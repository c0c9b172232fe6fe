import CodingRules

/// A command, declared in a file of its own.
struct Command: Sendable {
  /// A section of the program's help.
  enum Group: String, CaseIterable {
    case advice = "Advice"
    case reference = "Reference"
    case training = "Training"
    case setup = "Rule books and setup"
  }

  let name: String
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

  /// The commands by name, in the order of help; each is made when it is needed, since a run needs one.
  private static let table: [(name: String, make: @Sendable () -> Command)] = [
    ("ask", { ask }), ("visit", { visit }), ("read", { read }), ("batch", { batch }), ("map", { map }),
    ("audit", { audit }), ("explain", { explain }), ("topics", { topics }), ("codes", { codes }),
    ("sources", { sources }), ("plans", { plans }), ("draw", { draw }), ("teach", { teach }),
    ("quiz", { quiz }), ("check", { check }), ("completions", { completions }), ("man", { manual }),
    ("help", { help }), ("complete", { complete }),
  ]

  /// The commands that help lists, in order.
  static let all = table.map { $0.make() }.filter { $0.group != nil }

  /// The command with a name; nil if there is none.
  static func named(_ word: String) -> Command? {
    let name = word.lowercased()
    return table.first { $0.name == name }?.make()
  }

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
