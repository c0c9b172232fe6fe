/// How the command ends.
enum ExitStatus: Int32, CaseIterable {
  /// Done.
  case done = 0
  /// Findings: `audit`, `check` or `visit` found errors, or a quiz was not passed.
  case findings = 1
  /// More answers are needed; they were listed.
  case moreAnswers = 3
  /// Wrong usage: an unknown flag, a missing operand, a bad value.
  case usage = 64
  /// The data is wrong: an answer, a visit or a row.
  case badData = 65
  /// An input cannot be opened.
  case noInput = 66
  /// A fault of the program itself; its signal handler ends it so.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Writing failed.
  case writeFailed = 74
  /// The rule files are wrong or not found.
  case badRules = 78
  /// Ctrl-C: how shells report the end by that signal.
  case interrupted = 130

  /// What the status says, for help.
  var meaning: String {
    switch self {
    case .done: "done"
    case .findings: "findings: audit, check or visit found errors, or a quiz was not passed"
    case .moreAnswers: "more answers are needed; they are listed"
    case .usage: "wrong usage"
    case .badData:
      "invalid data: an answer, a visit document, a row, or with --strict a date not reviewed for"
    case .noInput: "an input cannot be opened"
    case .internalError: "internal error of cdtadvise; please report it"
    case .cannotCreate: "an output file cannot be created"
    case .writeFailed: "writing failed"
    case .badRules: "the rule files are wrong or not found"
    case .interrupted: "interrupted by Ctrl-C"
    }
  }
}
