/// A check of a rule book.
struct Check: Sendable {
  let findings: @Sendable (RuleBook) -> [Finding]

  /// All checks.
  static let all: [Check] = [
    .answerNamesUnique, .answerNamesNotReserved, .topicNamesUnique, .fieldsNotReserved, .fieldsAskedOnce,
    .everyQuestionAsked, .everyPathAdvises, .nothingReportedAndForbidden, .reportedCodesInForce,
    .datesMatchEditions, .changesListed, .successorsFollow, .effectsContiguous,
    .scopesWithinCodeDates, .codesInTexts, .rangesKnown, .rangesWhole, .familiesUsed,
    .devicesDisjoint, .devicesDisjointFromServices, .deviceDatesMatch, .examplesMatch,
    .everyAnswerExercised, .datesPinned, .effectsPinned, .exclusionsPinned, .notesPinned,
    .sourcesPlausible, .editionPlausible, .visitFactsAgree, .visitCheckIDsUnique, .caseIDsUnique,
    .weightsConsistent, .visitCheckExamplesMatch, .auditCheckIDsUnique, .auditCheckExamplesMatch,
    .casesMatch, .tablesAgree, .sourcesConsistent, .disputesCiteDistinctSources, .limitsStated,
    .everythingReferenced, .everythingConfirmed, .misspellingsCorrected, .sentencesReadCorrectly,
  ]
}

extension RuleBook {
  /// Returns the findings on the book by file and path: the first 100 and a count of the rest.
  ///
  /// Visits every path of every topic, on every day of change.
  package func check() -> [Finding] {
    located(Check.all.flatMap { $0.findings(self) }.sorted().bounded())
  }
}

extension Topic {
  /// The path of the file that defines the topic.
  var file: String { "topics/\(id).json" }

  /// The maximum number of paths a check visits, which is lower if paths may be long.
  var pathLimit: Int { min(100_000, 1_000_000 / max(1, questions.count)) }

  /// The questions defined in the topic's file, each with its path in the file.
  var ownQuestions: [(path: String, question: Question)] {
    questions.enumerated().filter { $1.topic == id }.map { ("questions[\($0)]", $1) }
  }

  func finding(
    _ problem: Finding.Problem, _ path: String = "questions", _ severity: Finding.Severity = .error
  ) -> Finding {
    Finding(problem, file: file, path: path, severity: severity)
  }
}

/// An answer of a topic's file, with its question and its path in the file.
struct OwnAnswer {
  let topic: Topic
  let question: Question
  let answer: Answer
  let path: String

  /// Returns a finding about the answer, or about one of its keys.
  func finding(_ problem: Finding.Problem, _ key: String? = nil, _ severity: Finding.Severity = .error)
    -> Finding
  {
    topic.finding(problem, [path, key].compactMap(\.self).joined(by: "."), severity)
  }

  /// Whether a path takes the answer.
  func isTaken(by steps: [Step]) -> Bool {
    steps.contains { $0.question.id == question.id && $0.answer.id == answer.id }
  }
}

extension Topic {
  /// The answers in the topic's file.
  var ownAnswers: [OwnAnswer] {
    ownQuestions.flatMap { path, question in
      question.answers.enumerated().map { index, answer in
        OwnAnswer(topic: self, question: question, answer: answer, path: "\(path).answers[\(index)]")
      }
    }
  }
}

/// The problems that several checks find.
extension Finding.Problem {
  /// Returns a problem for each part of an example whose outcome is not the expected one.
  static func differences(_ parts: [(part: String, expected: [String], found: [String])]) -> [Self] {
    parts.filter { $0.expected != $0.found }.map { part, expected, found in
      """
      the example expects \(part) '\(expected.joined(by: " "))', but the path gives '\(found.joined(by: " "))'
      """
    }
  }

  /// Returns the problem that no example of a check covers these parts; none if there are no parts.
  static func missing(_ parts: [String]) -> [Self] {
    parts.isEmpty ? [] : ["the check needs examples with \(parts.joined(by: ", "))"]
  }

  /// A word shared by two answers of a question, or by two topics.
  static func sharedName(_ name: String, _ first: String, _ second: String) -> Self {
    "'\(name)' is a word for both '\(first)' and '\(second)'"
  }

  /// An example that stops before the end of its path.
  static func exampleUnfinished(question: String) -> Self { "the example does not answer '\(question)'" }

  /// A date of a code that is not the start or end of an edition.
  static func dateWithinYear(_ day: CalendarDay) -> Self {
    "editions begin on January 1 and end on December 31, not on \(day)"
  }

  /// An id whose year differs from the date.
  static func yearDiffers(id: String, date: String) -> Self {
    "the year in '\(excerpt(id))' is not that of the date \(excerpt(date))"
  }

  /// A code for a different kind of service.
  static func prefixDiffers(code: String, prefix: String) -> Self {
    "\(code) does not begin with \(excerpt(prefix))"
  }

  /// An entry not confirmed for the edition.
  static func notConfirmed(_ name: String) -> Self {
    "no one has confirmed it for this edition: \(excerpt(name))"
  }
}

extension Check {
  /// Returns the problems of the entries of a list, located at a key of each: `devices[2].codes`.
  static func findings<Entry>(
    on entries: [Entry], in file: String, list: String = "", key: String? = nil,
    _ problems: (Int, Entry) -> [Finding.Problem]
  ) -> [Finding] {
    entries.enumerated().flatMap { index, entry in
      let path = ["\(list)[\(index)]", key].compactMap(\.self).joined(by: ".")
      return problems(index, entry).map { Finding($0, file: file, path: path) }
    }
  }

  /// Returns the problems of a book's devices, located at a key of each.
  static func findings(
    onDevicesOf book: RuleBook, key: String, _ problems: (Int, Device) -> [Finding.Problem]
  ) -> [Finding] {
    findings(on: book.devices, in: "devices.json", list: "devices", key: key, problems)
  }

  /// Returns findings about the ids in a file that repeat an earlier or another one.
  static func repeated(
    _ ids: [String], _ kind: String, in file: String, list: String = "", others: [String] = []
  ) -> [Finding] {
    findings(on: ids, in: file, list: list) { index, id in
      (others + ids[..<index]).contains(id) ? [.nameRepeated(kind: kind, name: id)] : []
    }
  }
}

/// Returns a path on one line: `purpose=diagnostic, capture=stone-cast`.
func shortPath(_ steps: [Step]) -> String {
  steps.map { "\($0.question.field)=\($0.answer.id)" }.joined(separator: ", ")
}
