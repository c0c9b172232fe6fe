/// The result of a typed line.
package enum Reply: Sendable {
  /// Answers were recorded; the words of the line without an effect follow, and an answer that was replaced.
  case took([Step], unused: [String] = [], insteadOf: Step? = nil)
  /// A sentence was read.
  case understood(Reading)
  /// Services were added, or one in place of another.
  case added([Topic], insteadOf: Topic? = nil)
  /// Ambiguous words were resolved.
  case chose(Meaning)
  /// A question is asked again.
  case reopened(Step)
  /// The date of surgery is settled.
  case settled
  /// The service with this title was removed.
  case removed(String)
  /// The last change was undone.
  case wentBack
  /// There is nothing to undo.
  case atBeginning
  /// The interview was restarted.
  case restarted
  /// The line was empty.
  case nothingTyped
  /// Several answers begin with the text.
  case ambiguous(Question, [Answer])
  /// The words name another topic; nothing changed.
  case otherTopic(Topic, String)
  /// The line was not understood; the suggestion may be what was meant.
  case notUnderstood(String, suggestion: String?)
  /// The date of service was changed.
  case dated
  /// The command requires advice first.
  case tooEarly(String)
  /// The words are not a date.
  case noDate(String)
  /// A request to explain a code.
  case code(CodeCard)
  /// A request to list the topics.
  case topics
  /// A request to list the commands available after the answer.
  case talkHelp
  /// A request to explain the question.
  case help(Question)
  /// A request to show what depends on the question.
  case why(Outlook)
  /// The question stays open; a request to show what depends on it and whom to ask.
  case notSure(Outlook)
  /// A request to show the answers so far.
  case review
  /// A request to show more of the advice.
  case show(AdviceDetail)
  /// A request to explain why a code is not reported.
  case whyNot(String)
  /// A request to show the chart note.
  case note
  /// A request to write the advice to a file.
  case save(String)
  /// The conversation ends with its advice.
  case finished
  /// The conversation ends without advice.
  case quit
}

/// How much of the advice or of a code card to show.
package enum AdviceDetail: Equatable, Sendable {
  /// One screen.
  case screen
  /// A single section.
  case section(AdviceSection)
  /// Everything there is to say.
  case everything
}

/// A section of the advice that can be shown separately.
package enum AdviceSection: String, CaseIterable, Sendable {
  /// What the chart must document.
  case chart
  /// How plans usually handle it.
  case payers
  /// The answers and reasons.
  case why
  /// The sources of the advice.
  case sources
  /// The points on which sources disagree.
  case disputes
  /// The effect of other answers.
  case changes
}

/// The codes that each answer to a question leads to.
package struct Outlook: Sendable {
  /// The question.
  package let question: Question
  /// The answers in order, each with the codes that can be reported after it.
  package let outcomes: [(answer: Answer, codes: [String])]

  /// Finds the codes for a question about a service.
  init(_ question: Question, about service: Int, in conversation: Conversation) {
    self.question = question
    let (visit, answers) = (conversation.visit, conversation.answers(service))
    let topic = visit.services[service].topic
    let earlier = topic.path(answers).steps.flatMap(\.answer.reportable)
    outcomes = question.answers.map { answer in
      var chosen = answers
      chosen[question.field] = answer.id
      return (answer, topic.reachableCodes(chosen, on: visit.day).filter { !earlier.contains($0) })
    }
  }
}
