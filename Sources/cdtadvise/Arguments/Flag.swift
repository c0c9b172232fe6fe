import CodingRules

/// A flag of the command.
struct Flag: Sendable {
  /// What follows the flag; a switch has none.
  enum Value: Sendable {
    /// Anything, under this name in the help.
    case any(String)
    /// The name of a file or folder.
    case file(String)
    /// A procedure code.
    case code
    /// An answer: `QUESTION=ANSWER`.
    case answer
    /// A plan: a file, or the name of one of the program's.
    case plan
    /// One of these words.
    case choice(String, [String])
  }

  /// The long name, without the hyphens.
  let name: String
  /// The short name.
  var short: Character?
  /// What follows; nil for a switch.
  var value: Value?
  /// One line for help.
  let summary: String
  /// What applies when the flag is not given, for help.
  var fallback: String?
  /// Old words for choices, still accepted.
  var synonyms: [(old: String, new: String)] = []
  /// For a switch that is short for another flag: that flag's name and value.
  var shorthand: (flag: String, value: String)?

  /// The flag as it is typed: `--on`.
  var typed: String { "--\(name)" }

  /// The name of its value; nil for a switch.
  var valueName: String? {
    switch value {
    case nil: nil
    case .any(let name), .file(let name), .choice(let name, _): name
    case .code: "CODE"
    case .answer: "QUESTION=ANSWER"
    case .plan: "FILE|ID"
    }
  }

  /// The words that its value can be; none when it can be anything.
  var choices: [String] {
    if case .choice(_, let choices) = value { choices } else { [] }
  }

  /// The flag with its short name and the name of its value, as help shows it.
  var synopsis: String {
    (short.map { "-\($0), " } ?? "") + typed + (valueName.map { " \($0)" } ?? "")
  }

  /// What it does, its choices and its default, as help shows them.
  var explanation: String {
    let choices = choices.isEmpty ? "" : ": \(choices.joined(separator: ", "))"
    return summary + choices + (fallback.map { " (default: \($0))" } ?? "")
  }
}
