import StrictJSON
import CodingRules

/// Why the command cannot go on; the one place where its sentences are made.
enum Failure: Error {
  case nothingToDo
  case unknownCommand(String, suggestion: String?)
  case unknownFlag(String, suggestion: String?)
  case flagNotHere(String, command: String)
  case valueMissing(flag: String)
  case valueEmpty(flag: String)
  case valueRefused(flag: String)
  case badChoice(flag: String, value: String, choices: [String])
  case badDay(flag: String, value: String)
  case noToday
  case badNumber(flag: String, value: String, lower: UInt64, upper: UInt64)
  case unknownCase(String, suggestion: String?)
  case badAnswerFlag(String)
  case answerTwice(field: String)
  case tooManyOperands(String)
  case operandMissing(String)
  case unknownTopic(String, suggestion: String?)
  case unknownAnswer(UnknownAnswer)
  case unknownCode(String, suggestion: String?)
  case notReviewed(String)
  case rules(UnusableRules, folder: String)
  case visit(UnusableVisit, path: String)
  case cannotRead(path: String, reason: String)
  case formatUnknown(path: String)
  case fileMissing
  case badHeader(String, path: String, line: Int)
  case columnRepeated(String)
  case columnTwice(String, path: String, line: Int)
  case columnTaken(String, path: String)
  case columnUnknown(String, suggestion: String?)
  case cannotCreate(path: String, reason: String)
  case writeFailed(reason: String)

  /// How the command ends.
  var status: ExitStatus {
    switch self {
    case .unknownAnswer, .notReviewed, .visit: .badData
    case .rules: .badRules
    case .cannotRead: .noInput
    case .badHeader, .columnTwice, .columnTaken: .badData
    case .cannotCreate: .cannotCreate
    case .writeFailed: .writeFailed
    default: .usage
    }
  }

  /// What is told before the message, a line each: every problem with its place.
  var details: [String] {
    switch self {
    case .rules(let unusable, _): unusable.findings.map(\.description)
    case .visit(let unusable, let path):
      unusable.findings.map { finding in
        let line = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(printable(path))\(line): \(finding.locatedMessage)"
      }
    default: []
    }
  }

  /// What is wrong, what was expected, and what to do, without the command's name.
  var message: String {
    switch self {
    case .nothingToDo: "there is no terminal to ask at; give the answers as flags"
    case .unknownCommand(let word, let suggestion):
      "no command or topic '\(excerpt(word))'" + hint(suggestion)
    case .unknownFlag(let flag, let suggestion): "no flag '\(excerpt(flag))'" + hint(suggestion)
    case .flagNotHere(let flag, let command): "the flag '\(flag)' does not go with '\(command)'"
    case .valueMissing(let flag): "the flag '\(excerpt(flag))' needs a value"
    case .valueEmpty(let flag): "the value of '\(excerpt(flag))' is empty"
    case .valueRefused(let flag): "the flag '\(flag)' takes no value"
    case .badChoice(let flag, let value, let choices):
      "'\(flag)' cannot be '\(excerpt(value))'; give one of \(choices.map { "'\($0)'" }.joined(separator: ", "))"
    case .badDay(let flag, let value): "'\(flag)' needs a day written 2026-01-31, not '\(excerpt(value))'"
    case .badNumber(let flag, let value, let lower, let upper):
      "'\(flag)' needs a whole number from \(lower) to \(upper), not '\(excerpt(value))'"
    case .unknownCase(let word, let suggestion):
      "no worked case '\(excerpt(word))'" + hint(suggestion) + " (see 'cdtadvise teach')"
    case .noToday: "the clock shows no usable day; give the date of service with --on"
    case .badAnswerFlag(let value): "'--answer' needs QUESTION=ANSWER, not '\(excerpt(value))'"
    case .answerTwice(let field): "two different answers for '\(excerpt(field))'; give one"
    case .tooManyOperands(let word): "nothing is known to do with '\(excerpt(word))'"
    case .operandMissing(let what): "\(what) is missing"
    case .unknownTopic(let word, let suggestion):
      "no topic '\(excerpt(word))'" + hint(suggestion) + " (see 'cdtadvise topics')"
    case .unknownAnswer(let unknown):
      unknown.questions.isEmpty
        ? "no question '\(excerpt(unknown.field))'" : "--\(unknown.field): \(unknown)"
    case .unknownCode(let word, let suggestion):
      "nothing is called '\(excerpt(word))'" + hint(suggestion) + " (see 'cdtadvise codes')"
    case .notReviewed(let warning): warning
    case .rules(let unusable, let folder):
      "the rules in '\(printable(folder))' cannot be used; \(count(unusable.findings.count, "problem"))"
    case .visit(let unusable, let path):
      "\(printable(path)) does not describe a visit; \(count(unusable.findings.count, "problem"))"
    case .cannotRead(let path, let reason): "\(printable(path)): cannot be read: \(reason)"
    case .formatUnknown(let path):
      "\(printable(path)): the name does not tell the format; give it with --from csv, tsv or jsonl"
    case .fileMissing: "there is no file to read; name one, or '-' for standard input"
    case .badHeader(let problem, let path, let line): "\(printable(path)):\(line): \(problem)"
    case .columnRepeated(let name): "--columns: '\(excerpt(name))' stands there twice"
    case .columnTwice(let name, let path, let line):
      "\(printable(path)):\(line): the column '\(excerpt(name))' stands here twice; rename one"
    case .columnTaken(let name, let path):
      "\(printable(path)): the column '\(excerpt(name))' has the name of a column of the result; "
        + "rename it, or choose other columns with --columns"
    case .columnUnknown(let name, let suggestion):
      "--columns: there is no column '\(excerpt(name))'" + hint(suggestion)
    case .cannotCreate(let path, let reason): "\(printable(path)): cannot be created: \(reason)"
    case .writeFailed(let reason): "writing failed: \(reason)"
    }
  }

  private func hint(_ suggestion: String?) -> String {
    suggestion.map { " — did you mean '\($0)'?" } ?? ""
  }
}

/// A number with its noun: `1 problem`, `2 problems`.
func count(_ number: Int, _ noun: String) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
}
