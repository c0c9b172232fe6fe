/// The exit statuses, most of them those of `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case findings = 1
  case moreAnswers = 3
  case usage = 64
  case badData = 65
  case noInput = 66
  /// Set by the signal handler.
  case internalError = 70
  case cannotCreate = 73
  case writeFailed = 74
  case badRules = 78
  /// What shells report for a command that Ctrl-C ended.
  case interrupted = 130

  /// The meaning, for help.
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
