import CodingRules

/// A flag of the command: the one table behind parsing and help.
struct Flag: Sendable {
  /// What follows the flag.
  enum Value: Sendable {
    /// Nothing.
    case none
    /// A value of this name.
    case any(String)
    /// One of these words.
    case choice(String, [String])
  }

  /// The long name, without the hyphens.
  let name: String
  /// The short name.
  var short: Character?
  /// What follows.
  var value = Value.none
  /// One line for help.
  let summary: String
  /// What holds when the flag is not given, for help.
  var fallback: String?

  /// The flag as it is typed: `--on`.
  var typed: String { "--\(name)" }

  /// The name of its value and the choices; nil for a switch.
  var valueName: String? {
    switch value {
    case .none: nil
    case .any(let name): name
    case .choice(let name, _): name
    }
  }

  var choices: [String] {
    if case .choice(_, let choices) = value { choices } else { [] }
  }
}

extension Flag {
  static let on = Flag(
    name: "on", value: .any("DATE"), summary: "date of service, as 2026-01-31", fallback: "today")
  static let answer = Flag(
    name: "answer", value: .any("QUESTION=ANSWER"),
    summary: "an answer, the same as --QUESTION ANSWER; may be repeated")
  static let format = Flag(
    name: "format", value: .choice("FORMAT", ["text", "json", "note"]), summary: "how the advice is written",
    fallback: "text")
  static let caseFormat = Flag(
    name: "format", value: .choice("FORMAT", ["text", "json", "note", "case"]),
    summary: "how the advice is written; case is the visit as a document", fallback: "text")
  static let whyNot = Flag(
    name: "why-not", value: .any("CODE"),
    summary: "also say which answer excluded the code, and the smallest change that leads to it")
  static let handout = Flag(
    name: "to", value: .choice("FORMAT", TeachingFormat.allCases.map(\.rawValue)),
    summary: "print it for paper instead of asking")
  static let seed = Flag(
    name: "seed", value: .any("NUMBER"), summary: "the same number gives the same quiz",
    fallback: "another each time")
  static let count = Flag(name: "count", value: .any("NUMBER"), summary: "how many questions", fallback: "10")
  static let pass = Flag(
    name: "pass", value: .any("PERCENT"),
    summary: "status 1 when fewer answers are right, or some are not given")
  static let surgery = Flag(
    name: "surgery", value: .any("DATE"), summary: "date of the surgery that the visit prepares")
  static let drawing = Flag(
    name: "to", value: .choice("FORMAT", ["text", "markdown", "mermaid", "dot", "html"]),
    summary: "how the tree is drawn; html is a page with the whole interview", fallback: "text")
  static let ascii = Flag(
    name: "ascii", summary: "text in ASCII alone, as in a locale without UTF-8")
  static let listFormat = Flag(
    name: "format", value: .choice("FORMAT", ["text", "json"]), summary: "how the list is written",
    fallback: "text")
  static let json = Flag(name: "json", summary: "the same as --format json")
  static let rules = Flag(
    name: "rules", value: .any("DIR"), summary: "the folder of a rule book",
    fallback: "CDTADVISE_RULES, or the built-in book")
  static let noInput = Flag(name: "no-input", summary: "never ask; name the missing answers instead")
  static let strict = Flag(
    name: "strict", summary: "refuse a date of service that the rules were not reviewed for")
  static let output = Flag(
    name: "output", short: "o", value: .any("FILE"), summary: "write to this file, whole or not at all",
    fallback: "standard output")
  static let quiet = Flag(name: "quiet", short: "q", summary: "no remarks on standard error, errors excepted")
  static let from = Flag(
    name: "from", value: .choice("FORMAT", ["csv", "tsv", "jsonl"]), summary: "how the input is written",
    fallback: "as its name ends")
  static let to = Flag(
    name: "to", value: .choice("FORMAT", ["csv", "tsv", "jsonl"]), summary: "how the result is written",
    fallback: "as the input")
  static let columns = Flag(
    name: "columns", value: .any("NAMES"),
    summary: "what each row of the result holds, in order, with commas between: the input's columns or ours",
    fallback: "all, the input's first")
  static let dateColumn = Flag(
    name: "date-column", value: .any("NAME"), summary: "the column that holds the date of service",
    fallback: "date")
  static let full = Flag(
    name: "full", summary: "add the whole advice, as 'ask' or 'case' gives it with --format json")
  static let failFast = Flag(name: "fail-fast", summary: "stop at the first row that has a problem")
  static let showValues = Flag(
    name: "show-values", summary: "list problems with the values of the rows, as on a terminal")
  static let color = Flag(
    name: "color", value: .choice("WHEN", ["auto", "always", "never"]), summary: "colour in text",
    fallback: "auto")
  static let noColor = Flag(name: "no-color", summary: "the same as --color never")
  static let help = Flag(name: "help", short: "h", summary: "show help, whatever else is given")
  static let version = Flag(name: "version", summary: "show the version of the program and of its rules")

  /// The flags that every command has.
  static let common: [Flag] = [rules, output, quiet, color, noColor, help, version]
}
