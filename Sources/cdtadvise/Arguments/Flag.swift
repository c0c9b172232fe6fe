import CodingRules

/// A flag of the command.
struct Flag: Sendable {
  /// The long name, without the hyphens.
  let name: String
  /// The short name.
  var short: Character?
  /// The placeholder of the value in help; nil for a switch.
  var value: String?
  var kind = WordKind.text
  /// One line for help.
  let summary: String
  /// The default, as help describes it.
  var fallback: String?
  /// The flag and the value that a switch is short for.
  var shorthand: (flag: String, value: String)?

  /// The flag as it is typed: `--on`.
  var typed: String { "--\(name)" }

  /// The accepted values; empty if any value is accepted.
  var choices: [String] { if case .choice(let words) = kind { words } else { [] } }

  /// The short name, the long name and the placeholder of the value, for help.
  var synopsis: String {
    (short.map { "-\($0), " } ?? "") + typed + (value.map { " \($0)" } ?? "")
  }

  /// The summary, the choices and the default, for help.
  var explanation: String {
    let choices = choices.isEmpty ? "" : ": \(choices.joined(separator: ", "))"
    return summary + choices + (fallback.map { " (default: \($0))" } ?? "")
  }
}

extension Flag {
  /// Returns the flag whose value must be the next word; nil if the word has its value, or takes none.
  static func awaitingValue(_ word: Word, among flags: some Sequence<Flag>) -> Flag? {
    let takers = flags.filter { $0.value != nil }
    if word.isLongFlag { return word.valuePart == nil ? takers.first { $0.name == word.flagName } : nil }
    // The first letter that takes a value takes the rest of the group, or else the next word.
    let letters = takers.compactMap(\.short?.asciiValue)
    guard word.bytes.dropFirst().firstIndex(where: letters.contains) == word.bytes.count - 1 else {
      return nil
    }
    return takers.first { $0.short?.asciiValue == word.bytes.last }
  }
}

/// The kind of a flag's value or of an operand, which decides what completion offers.
enum WordKind: Equatable, Sendable {
  case text, file, topic, topicOrFile, code, plan, profile, workedCase, command
  /// Names of audit checks, separated by commas.
  case checks
  /// An answer: `QUESTION=ANSWER`.
  case answer
  /// One of these words.
  case choice([String])
}
