extension Finding: CustomStringConvertible {
  /// The finding on one line: file, place, sentence.
  public var description: String {
    switch kind {
    case .notJSON(_, let line, let column): "\(printable(file)):\(line):\(column): \(message)"
    default: "\(printable(file)): \(locatedMessage)"
    }
  }

  /// The sentence behind its place in the file, if it has one.
  package var locatedMessage: String { place.isEmpty ? message : "\(printable(place)): \(message)" }

  /// The sentence alone: what is the matter, what was expected.
  package var message: String {
    switch kind {
    case .fileMissing: "the file is missing"
    case .fileUnreadable(let reason): "cannot be read: \(reason)"
    case .fileNotListed: "no rule book has this file, and 'topics' in edition.json does not list it"
    case .notJSON(let reason, _, _): reason
    case .keyMissing(let key): "the key '\(excerpt(key))' is missing"
    case .keyUnknown(let key, let suggestion): "no key '\(excerpt(key))' is known here" + hint(suggestion)
    case .keyRepeated(let key): "the key '\(excerpt(key))' stands here a second time"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .badValue(let value, let expected): "expected \(expected), found '\(excerpt(value))'"
    case .nameUnknown(let kind, let name, let suggestion):
      "no \(kind) '\(excerpt(name))'" + hint(suggestion)
    case .nameRepeated(let kind, let name): "another \(kind) is called '\(name)' too"
    case .leadsBack(let question):
      "'\(question)' does not stand later in the file; questions lead only forward"
    case .topicsInCircle(let topic): "the topic '\(topic)' leads here, so it cannot follow"
    case .tooFewAnswers: "a question needs at least two answers"
    case .noSource: "a statement needs at least one source"
    case .sharedName(let name, let first, let second):
      "'\(name)' is a word for both '\(first)' and '\(second)'"
    case .reservedName(let name):
      "'\(name)' cannot name an answer: the interview takes it for a command or for a place in the list"
    case .fieldAskedTwice(let field, let path): "a path asks for '\(field)' twice: \(path)"
    case .neverAsked(let question): "no path reaches the question '\(question)'"
    case .deadEnd(let path, let day): "a path ends without advice on \(day): \(path)"
    case .reportsForbidden(let code, let path): "a path both reports and forbids \(code): \(path)"
    case .reportsDead(let code): "\(code) is reported but not in force on the edition's last day"
    case .tooManyPaths(let limit): "more than \(limit) paths; not all were checked"
    case .exampleUnfinished(let question): "the example does not answer '\(question)'"
    case .exampleUnused(let field): "the path of the example does not ask for '\(field)'"
    case .exampleDiffers(let part, let expected, let found):
      "the example expects \(part) '\(expected)', the path gives '\(found)'"
    case .notExercised(let answer): "no example takes the answer '\(answer)'"
    case .answersDiffer(let field, let topic):
      "'\(field)' has other answers here than in the topic '\(topic)'"
    case .planContradicts(let code):
      "\(code) is both denied, so that the patient pays, and not billable to the patient"
    }
  }
}

extension Finding: Comparable {
  /// Whether the first stands before the second: by file, then place, then gravity.
  public static func < (first: Self, second: Self) -> Bool {
    (first.file, first.placeKey, first.severity, first.message)
      < (second.file, second.placeKey, second.severity, second.message)
  }

  /// The place with its numbers padded, so that the tenth question follows the ninth.
  private var placeKey: String {
    var key = ""
    var digits = ""
    for character in place + "." {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        key += String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        digits = ""
        key.append(character)
      }
    }
    return key
  }
}
