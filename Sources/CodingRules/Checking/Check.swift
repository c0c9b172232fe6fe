/// One check of a rule book: finds what is wrong.
struct Check: Sendable {
  let findings: @Sendable (RuleBook) -> [Finding]

  /// All checks.
  static let all: [Check] = [
    .answerNames, .topicNames, .fieldsFree, .fieldsAskedOnce, .everyQuestionAsked, .everyPathAdvises,
    .nothingReportedAndForbidden, .reportedCodesAlive, .datesOfEditions, .changesListed, .successorsFollow,
    .effectsMeet,
    .scopesWithinLives,
    .codesInTexts, .rangesKnown, .rangesWhole, .familiesUsed, .devicesApart, .devicesApartFromServices,
    .deviceDatesComeTrue, .examplesComeTrue,
    .everyAnswerExercised, .datesPinned, .effectsPinned, .exclusionsPinned, .notesPinned, .sourcesPlausible,
    .editionPlausible, .visitFactsAgree,
    .visitChecksNamedOnce, .casesNamedOnce, .weightsAlike, .visitChecksComeTrue, .auditChecksNamedOnce,
    .auditChecksComeTrue, .casesComeTrue, .tablesAgree,
    .sourcesConsistent,
    .disputesHaveTwoSides, .limitsSaid, .everythingNamed, .everythingConfirmed, .sentencesReadRight,
  ]
}

extension RuleBook {
  /// Everything that is wrong with the book, sorted by file and path; at most 100 findings, then how many more there are.
  ///
  /// Visits every path of every topic, on every date on which something changes.
  package func check() -> [Finding] {
    located(Check.all.flatMap { $0.findings(self) }.sorted().bounded())
  }
}

extension Topic {
  /// The file that defines the topic.
  var file: String { "topics/\(id).json" }

  /// The most paths a check visits before it gives up and reports so; fewer where they may be long.
  var pathLimit: Int { min(100_000, 1_000_000 / max(1, questions.count)) }

  /// The questions of the topic's own file, each with its path in the file.
  var ownQuestions: [(path: String, question: Question)] {
    questions.enumerated().filter { $1.topic == id }.map { ("questions[\($0)]", $1) }
  }

  func finding(_ kind: Finding.Kind, _ path: String = "questions", _ severity: Finding.Severity = .error)
    -> Finding
  {
    Finding(kind, file: file, path: path, severity: severity)
  }
}

/// A path on one line: `purpose=diagnostic, capture=stone-cast`.
func shortPath(_ steps: [Step]) -> String {
  steps.map { "\($0.question.field)=\($0.answer.id)" }.joined(separator: ", ")
}
