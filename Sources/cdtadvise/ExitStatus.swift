/// How the command ends.
enum ExitStatus: Int32, CaseIterable {
  /// Done.
  case done = 0
  /// Findings: `check` or `case` found errors, or a quiz was not passed.
  case findings = 1
  /// More answers are needed; they were listed.
  case moreAnswers = 3
  /// Wrong usage: an unknown flag, a missing operand, a bad value.
  case usage = 64
  /// The data is wrong: an answer or a row.
  case badData = 65
  /// An input cannot be opened.
  case noInput = 66
  /// A fault of the program itself.
  case ourFault = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Writing failed.
  case writeFailed = 74
  /// The rule files are wrong or not found.
  case badRules = 78
  /// Interrupted by Ctrl-C.
  case interrupted = 130

  /// What the status says, for help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .findings: "findings: check or case found errors, or a quiz was not passed"
    case .moreAnswers: "more answers are needed; they are listed"
    case .usage: "wrong usage"
    case .badData: "wrong data: an answer, or a date the rules were not reviewed for under --strict"
    case .noInput: "an input cannot be opened"
    case .ourFault: "a fault of cdtadvise; please report it"
    case .cannotCreate: "an output file cannot be created"
    case .writeFailed: "writing failed"
    case .badRules: "the rule files are wrong or not found"
    case .interrupted: "interrupted"
    }
  }
}
