import BatchAdvice
import ClaimAudit
import ClaimFiles
import CodingRules
import StrictJSON

/// A reason why the command fails; its messages are made here.
enum Failure: Error {
  case nothingToDo
  case unknown(Named, String, suggestion: String?)
  case unknownCheck(UnknownCheck)
  case sentenceNotUnderstood(String)
  case flagNotHere(String, command: String, suggestion: String?)
  case valueMissing(flag: String)
  case valueEmpty(flag: String)
  case valueRefused(flag: String)
  case badChoice(name: String, value: String, choices: [String])
  case badValue(String, flag: String, needed: String)
  case noToday
  case answerTwice(field: String)
  case unexpectedArgument(String)
  case operandMissing(String)
  case unknownAnswer(UnknownAnswer)
  case notListed(String, list: String)
  case notReviewed(String)
  case rules(UnusableRules, folder: String)
  case visit(UnusableVisit, path: String)
  case inputIsOutput(path: String)
  case fileMissing
  case input(InputError, path: String)
  case batchInput(BatchInputError, path: String)
  case claimInput(ClaimInputError, path: String)
  case profile(ProfileProblem)
  case badProfile(ProfileError, path: String)
  case pageLeftOut
  case noRecord(path: String)
  case cannotCreate(path: String, reason: String)
  case writeFailed(reason: String)

  /// The kinds of things that have names.
  enum Named: String {
    case commandOrTopic = "command or topic"
    case command, flag, topic, plan, code
    case codeOrDevice = "code or device"
    case workedCase = "worked case"

    /// The command that lists the names.
    fileprivate var list: String? {
      [.topic: "topics", .code: "codes", .codeOrDevice: "codes", .plan: "plans", .workedCase: "teach"][self]
    }
  }

  /// The exit status.
  var status: ExitStatus {
    switch self {
    case .unknownAnswer, .notReviewed, .visit: .badData
    case .rules: .badRules
    case .input(let error, _), .batchInput(.input(let error), _), .claimInput(.input(let error), _):
      error.status
    case .batchInput(.unknownColumn, _), .batchInput(.chosenTwice, _): .usage
    case .batchInput, .claimInput(.missing, _), .badProfile, .noRecord: .badData
    case .cannotCreate: .cannotCreate
    case .writeFailed: .writeFailed
    default: .usage
    }
  }

  /// The lines before the message: every problem with its location.
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

  /// What is wrong, what was expected, and what to do.
  var message: String {
    switch self {
    case .nothingToDo: "not a terminal; pass the answers as flags"
    case .sentenceNotUnderstood(let text):
      "found no model, scan, print, image or plan that was done in '\(excerpt(text))' "
        + "(see 'cdtadvise topics')"
    case .unknown(let named, let word, let suggestion):
      "no \(named.rawValue) '\(excerpt(word))'" + hint(suggestion)
        + (named.list.map { " (see 'cdtadvise \($0)')" } ?? "")
    case .unknownCheck(let unknown): unknown.sentence
    case .flagNotHere(let flag, let command, let suggestion):
      "'\(command)' has no \(flag) flag" + hint(suggestion)
    case .valueMissing(let flag): "the flag '\(excerpt(flag))' needs a value"
    case .valueEmpty(let flag): "the value of '\(excerpt(flag))' is empty"
    case .valueRefused(let flag): "the flag '\(flag)' takes no value"
    case .badChoice(let name, let value, let choices):
      "'\(name)' cannot be '\(excerpt(value))'; give one of "
        + choices.map { "'\($0)'" }.joined(separator: ", ")
    case .badValue(let value, let flag, let needed):
      "'\(flag)' needs \(needed), not '\(excerpt(value))'"
    case .noToday: "can't read today's date; give the date of service with --on"
    case .answerTwice(let field): "two different answers for '\(excerpt(field))'; give one"
    case .unexpectedArgument(let word): "unexpected argument '\(excerpt(word))'"
    case .operandMissing(let what): "missing: \(what)"
    case .unknownAnswer(let unknown):
      unknown.questions.isEmpty
        ? "no question '\(excerpt(unknown.field))'" : "--\(unknown.field): \(unknown)"
    case .notListed(let words, let list):
      "none of the \(list) has '\(excerpt(words))' (see 'cdtadvise \(list)')"
    case .notReviewed(let warning): warning
    case .rules(let unusable, let folder):
      "the rules in '\(printable(folder))' cannot be used; \(counted(unusable.findings.count, "problem"))"
    case .visit(let unusable, let path):
      "\(printable(path)) does not describe a visit; \(counted(unusable.findings.count, "problem"))"
    case .input(let error, let path): error.sentence(printable(path))
    case .batchInput(let error, let path): error.sentence(printable(path))
    case .claimInput(let error, let path): error.sentence(printable(path))
    case .inputIsOutput(let path):
      "\(printable(path)): standard output is this file, too; write to another file, or use -o"
    case .fileMissing: "no file to read; name one, or '-' for standard input"
    case .profile(let problem): problem.sentence
    case .badProfile(let error, let path): printable(path + error.sentence)
    case .pageLeftOut:
      "this program was built without the page, since its compiler had no Embedded Swift for WebAssembly"
    case .noRecord(let path):
      "\(printable(path)): not a record of 'quiz', so nothing was added; name another file"
    case .cannotCreate(let path, let reason): "\(printable(path)): cannot be created: \(reason)"
    case .writeFailed(let reason): "writing failed: \(reason)"
    }
  }
}

extension InputError {
  fileprivate var status: ExitStatus {
    switch self {
    case .unreadable: .noInput
    case .unknownFormat: .usage
    case .workbook, .header: .badData
    }
  }
}

/// Evaluates an expression and converts its error into a failure.
func rethrow<Value, Problem: Error>(
  _ attempt: @autoclosure () throws(Problem) -> Value, as failure: (Problem) -> Failure
) throws(Failure) -> Value {
  do throws(Problem) {
    return try attempt()
  } catch {
    throw failure(error)
  }
}

extension Terminal {
  /// Reports a failure: details, message, and for wrong usage the usage and where to find help.
  func report(_ failure: Failure, _ words: [Word]) {
    for line in failure.details { say(line + "\n") }
    say("cdtadvise: \(failure.message)\n")
    guard failure.status == .usage else { return }
    let meant = failure.suggestedCommand ?? Arguments.command(in: words)
    let usage = meant?.usage ?? "cdtadvise [COMMAND] [FLAGS]"
    say("Usage: \(usage)\nSee 'cdtadvise \(meant.map { $0.name + " " } ?? "")--help'.\n")
  }
}

extension Failure {
  /// The command that an unknown word probably means.
  fileprivate var suggestedCommand: Command? {
    switch self {
    case .unknown(.commandOrTopic, _, let suggestion), .unknown(.command, _, let suggestion):
      suggestion.flatMap { Command.named(String($0.prefix { $0 != " " })) }
    default: nil
    }
  }
}
