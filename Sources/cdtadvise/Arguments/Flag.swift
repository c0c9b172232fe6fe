import CodingRules

/// A flag of the command.
struct Flag: Sendable {
  /// The long name, without the hyphens.
  let name: String
  /// The short name.
  var short: Character?
  /// The name of its value in help; nil for a switch.
  var value: String?
  /// What its value can be.
  var kind = WordKind.text
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

  /// The words that its value can be; empty if it can be anything.
  var choices: [String] { if case .choice(let words) = kind { words } else { [] } }

  /// The flag with its short name and the name of its value, as help shows it.
  var synopsis: String {
    (short.map { "-\($0), " } ?? "") + typed + (value.map { " \($0)" } ?? "")
  }

  /// What it does, its choices and its default, as help shows them.
  var explanation: String {
    let choices = choices.isEmpty ? "" : ": \(choices.joined(separator: ", "))"
    return summary + choices + (fallback.map { " (default: \($0))" } ?? "")
  }
}

/// What a flag's value or an operand can be; completion offers it.
enum WordKind: Equatable, Sendable {
  case text, file, topic, topicOrFile, code, plan, workedCase, command
  /// An answer: `QUESTION=ANSWER`.
  case answer
  /// One of these words.
  case choice([String])
}
