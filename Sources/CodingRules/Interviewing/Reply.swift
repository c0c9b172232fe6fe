/// What a typed line did.
package enum Reply: Sendable {
  /// Answers were taken.
  case took([Step])
  /// A sentence was read.
  case understood(Reading)
  /// Services were added.
  case added([Topic])
  /// Ambiguous words have a meaning now.
  case chose(Meaning)
  /// An answer is asked again.
  case reopened(Step)
  /// The date of surgery is settled.
  case settled
  /// The last change was undone.
  case wentBack
  /// There is nothing to undo.
  case atBeginning
  /// The interview starts over.
  case restarted
  /// The line was empty.
  case nothingTyped
  /// Several answers of the question begin so.
  case ambiguous(Question, [Answer])
  /// The words name another topic; nothing was changed.
  case otherTopic(Topic, String)
  /// Nothing was understood; perhaps the suggestion was meant.
  case notUnderstood(String, suggestion: String?)
  /// The date of service was changed.
  case dated
  /// The command needs an answer first.
  case tooEarly(String)
  /// The words are no date.
  case noDate(String)
  /// The code is to be explained.
  case code(CodeCard)
  /// The topics are to be listed.
  case topics
  /// The commands after the answer are to be listed.
  case talkHelp
  /// The question is to be explained.
  case help(Question)
  /// It is to be said what depends on the question.
  case why(Outlook)
  /// The question stays open; it is to be said what depends on it and whom to ask.
  case notSure(Outlook)
  /// The answers so far are to be shown.
  case review
  /// Everything about the advice is to be shown.
  case details
  /// A section of the advice is to be shown.
  case show(AdviceSection)
  /// It is to be said why a code is not reported.
  case whyNot(String)
  /// The chart note is to be shown.
  case note
  /// The advice is to be written to a file.
  case save(String)
  /// The conversation ends with its advice.
  case finished
  /// The conversation ends without advice.
  case quit
}

/// A part of the advice that can be shown alone.
package enum AdviceSection: String, CaseIterable, Sendable {
  /// What the chart must show.
  case chart
  /// What plans tend to do.
  case payers
  /// The answers and the reasons.
  case why
  /// What the advice rests on.
  case sources
  /// Where sources disagree.
  case disputes
  /// What other answers would change.
  case changes
}

/// What depends on a question: the codes that each answer leads to.
package struct Outlook: Sendable {
  /// The question.
  package let question: Question
  /// For each answer in order, the codes that can be reported after it.
  package let outcomes: [(answer: Answer, codes: [String])]

  init(_ question: Question, in topic: Topic, _ answers: Answers) {
    self.question = question
    let earlier = topic.path(answers).steps.flatMap(\.answer.reportable)
    outcomes = question.answers.map { answer in
      var chosen = answers
      chosen[question.field] = answer.id
      return (answer, topic.codesInReach(chosen).filter { !earlier.contains($0) })
    }
  }
}
