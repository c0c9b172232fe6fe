/// The exit statuses, most of them those of `sysexits.h`; the manual page says what they mean.
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
}
