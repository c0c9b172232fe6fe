/// A check of a rule book.
struct Check: Sendable {
  let findings: @Sendable (RuleBook) -> [Finding]

  /// All checks.
  static let all: [Check] = [
    .answerNamesUnique, .topicNamesUnique, .fieldsNotReserved, .fieldsAskedOnce,
    .everyQuestionAsked, .everyPathAdvises, .nothingReportedAndForbidden, .reportedCodesInForce,
    .datesMatchEditions, .changesListed, .successorsFollow, .effectsContiguous,
    .scopesWithinCodeDates, .codesInTexts, .rangesKnown, .rangesWhole, .familiesUsed,
    .devicesDisjoint, .devicesDisjointFromServices, .deviceDatesMatch, .examplesMatch,
    .everyAnswerExercised, .datesPinned, .effectsPinned, .exclusionsPinned, .notesPinned,
    .sourcesPlausible, .editionPlausible, .visitFactsAgree, .visitCheckIDsUnique, .caseIDsUnique,
    .weightsConsistent, .visitCheckExamplesMatch, .auditCheckIDsUnique, .auditCheckExamplesMatch,
    .casesMatch, .tablesAgree, .sourcesConsistent, .disputesCiteDistinctSources, .limitsStated,
    .everythingReferenced, .everythingConfirmed, .sentencesReadCorrectly,
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

  func finding(_ kind: Finding.Kind, _ path: String = "questions", _ severity: Finding.Severity = .error)
    -> Finding
  {
    Finding(kind, file: file, path: path, severity: severity)
  }
}

/// Returns a path on one line: `purpose=diagnostic, capture=stone-cast`.
func shortPath(_ steps: [Step]) -> String {
  steps.map { "\($0.question.field)=\($0.answer.id)" }.joined(separator: ", ")
}
