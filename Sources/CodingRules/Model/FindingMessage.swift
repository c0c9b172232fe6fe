import StrictJSON

extension Finding: CustomStringConvertible {
  /// The finding on one line: file, line and column, path, sentence.
  public var description: String {
    if file.isEmpty { return message }
    let position = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(printable(file))\(position): \(locatedMessage)"
  }

  /// The sentence, preceded by its path in the file if there is one.
  package var locatedMessage: String { path.isEmpty ? message : "\(printable(path)): \(message)" }

  /// The sentence alone, safe for a terminal: what is wrong and what was expected.
  package var message: String { printable(sentence) }

  private var sentence: String {
    switch kind {
    case .fileMissing: "the file is missing"
    case .fileUnreadable(let reason): "cannot be read: \(reason)"
    case .fileNotListed: "not a file of a rule book, and not listed under 'topics' in edition.json"
    case .notJSON(let reason): reason
    case .keyMissing(let key): "the key '\(excerpt(key))' is missing"
    case .keyUnknown(let key, let suggestion): "unknown key '\(excerpt(key))'" + hint(suggestion)
    case .keyRepeated(let key): "duplicate key '\(excerpt(key))'"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .badValue(let value, let expected): "expected \(expected), found '\(excerpt(value))'"
    case .nameUnknown(let kind, let name, let suggestion):
      "no \(kind) '\(excerpt(name))'" + hint(suggestion)
    case .nameRepeated(let kind, let name): "duplicate \(kind) '\(name)'"
    case .leadsBack(let question):
      "'\(question)' does not come later in the file; questions only lead forward"
    case .topicCycle(let topic): "the topic '\(topic)' leads back here, so it cannot come next"
    case .tooFewAnswers: "a question needs at least two answers"
    case .tooMany(let kind, let max): "more than \(max) \(kind), the maximum"
    case .unreferenced(let kind, let name): "nothing refers to the \(kind) '\(excerpt(name))'"
    case .more(let count): "and \(count) more"
    case .noSource: "a statement needs at least one source"
    case .sharedName(let name, let first, let second):
      "'\(name)' is a word for both '\(first)' and '\(second)'"
    case .reservedName(let name):
      "'\(name)' cannot name an answer: the interview reads it as a command or a list number"
    case .fieldAskedTwice(let field, let path): "a path asks for '\(field)' twice: \(path)"
    case .neverAsked(let question): "no path reaches the question '\(question)'"
    case .deadEnd(let path, let day): "a path ends without advice on \(day): \(path)"
    case .reportsForbidden(let code, let path): "a path both reports and forbids \(code): \(path)"
    case .reportsExpired(let code): "\(code) is reported but not in force on the edition's last day"
    case .tooManyPaths(let limit): "more than \(limit) paths; not all were checked"
    case .exampleUnfinished(let question): "the example does not answer '\(question)'"
    case .exampleUnused(let answer):
      "the example answers '\(excerpt(answer))', which its path does not ask for"
    case .misread(let part): "this was read from the sentence, which does not say it: \(part)"
    case .exampleDiffers(let part, let expected, let found):
      "the example expects \(part) '\(expected)', but the path gives '\(found)'"
    case .notExercised(let answer): "no example takes the answer '\(answer)'"
    case .codeUnknown(let code): "codes.json has no code \(code)"
    case .rangeUnknown(let code):
      "the range ends at \(code), which is neither a code in the book nor the end of a family"
    case .rangeMixed(let range, let code):
      "\(range) includes \(code), so both ends must be codes in the book; split the range"
    case .familyUnused(let code): "no device has a range that ends at \(code)"
    case .codeInTwoDevices(let code, let first, let second, let day):
      "\(code) belongs to both '\(first)' and '\(second)' on \(day)"
    case .codeReportedSeparately(let code, let device):
      "the range includes \(code), which a topic reports separately, so it is not part of '\(device)'"
    case .dateWithinYear(let day): "editions begin on January 1 and end on December 31, not on \(day)"
    case .dateOutsideLife(let day, let code): "\(code) is not in force on \(day)"
    case .successorNotInForce(let code, let day): "\(code) is not in force on \(day), the day after"
    case .dateNotPinned(let code, let boundary):
      "\(code) needs an example on \(boundary.last) and one on \(boundary.first), between which it changes"
    case .effectNotPinned(let boundary):
      "the answer needs an example on \(boundary.last) and one on \(boundary.first), between which it changes"
    case .deviceNotPinned(let boundary):
      "'dates' needs \(boundary.last) and \(boundary.first), between which the codes change"
    case .exclusionNotPinned(let code): "no example with this answer has \(code) under 'not'"
    case .notesNotPinned: "no example with this answer lists the kinds of its 'notes'"
    case .outsideEdition(let day): "the edition does not cover \(day)"
    case .yearDiffers(let id, let date):
      "the year in '\(excerpt(id))' is not that of the date \(excerpt(date))"
    case .announcementMisdated(let day):
      "an announcement must start on the day after the edition ends, not on \(day)"
    case .nothingFollows(let day):
      "an effect ends before \(day), but no effect of the answer starts on that day"
    case .weightDiffers(let publisher, let other):
      "'\(excerpt(other))' of \(excerpt(publisher)) has a different weight; add a 'why'"
    case .prefixDiffers(let code, let prefix): "\(code) does not begin with \(excerpt(prefix))"
    case .checkNotPinned(let parts): "the check needs examples with \(parts.joined(separator: ", "))"
    case .tableDiffers(let line):
      "only the table or only the advice has '\(excerpt(line))'; add a 'differs' that explains it"
    case .sourceContradictsItself(let source, let other):
      "the same source, '\(excerpt(source))', also says: \(excerpt(other))"
    case .sourceOnBothSides(let source): "'\(excerpt(source))' is cited on both sides"
    case .limitNotStated(let limit, let code): "the sentence on the limits of \(code) does not say \(limit)"
    case .fieldReserved(let field): "the program needs the name '\(field)' for a flag or a column"
    case .changesDiffer(let day, let missing, let extra):
      [("lacks", missing), ("should not have", extra)].filter { !$1.isEmpty }
        .map { "\(day) \($0) \(excerpt($1.joined(separator: " ")))" }.joined(separator: ", and ")
        + ": codes.json says otherwise"
    case .notConfirmed(let name): "no one has confirmed it for this edition: \(excerpt(name))"
    case .answersDiffer(let field, let topic):
      "the answers to '\(field)' differ from those in the topic '\(topic)'"
    case .planContradicts(let code):
      "\(code) is both denied, so that the patient pays, and not billable to the patient"
    }
  }
}

extension Finding: Comparable {
  /// Orders findings by file, then path, then severity.
  public static func < (first: Self, second: Self) -> Bool {
    (first.file, first.sortKey, first.severity, first.message)
      < (second.file, second.sortKey, second.severity, second.message)
  }

  /// The path with zero-padded numbers, so that the tenth question sorts after the ninth.
  private var sortKey: String {
    var key = ""
    var digits = ""
    for character in path + "." {
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
