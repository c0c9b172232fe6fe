/// What a conversation lists: its services by title, its answers, and how many questions are left.
extension Conversation {
  /// Returns the title of a service: its topic's title, plus the user's words or a distinguishing
  /// answer if several services share the topic.
  package func title(of service: Int) -> String {
    let topic = visit.services[service].topic
    let others = visit.services.indices.filter { $0 != service && visit.services[$0].topic.id == topic.id }
    let name = state.names[service].isEmpty ? difference(of: service, from: others) : state.names[service]
    return others.isEmpty || name.isEmpty ? topic.title : "\(topic.title) (\(name))"
  }

  /// Returns an answer that only this service has, preferably not the first; empty if there is none.
  private func difference(of service: Int, from others: [Int]) -> String {
    let own = steps(service).filter { step in
      others.allSatisfy { answers($0)[step.question.field] != step.answer.id }
    }
    return (own.first { $0.question.id != steps(service)[0].question.id } ?? own.first)?.answer.label ?? ""
  }

  /// The answered questions without repeated facts, each with the index of its service; answers
  /// ahead of the open question come last.
  package var items: [(service: Int, step: Step)] {
    var facts: Set<String> = []
    return visit.services.indices.flatMap { index in
      (steps(index) + stepsAhead(index)).filter {
        $0.question.scope == .service || facts.insert($0.question.field).inserted
      }.map { (index, $0) }
    }
  }

  /// The maximum number of questions left.
  package var questionsLeft: Int {
    visit.services.indices.map { index in
      visit.services[index].topic.longestRest(answers(index))
    }.reduce(0, +)
  }

  /// Returns the known answers to questions after the open one.
  private func stepsAhead(_ service: Int) -> [Step] {
    guard open(service) != nil else { return [] }
    let (known, answers) = (steps(service).map(\.question.field), answers(service))
    let ahead = visit.services[service].topic.questions.compactMap { question in
      answers[question.field].flatMap(question.answer(id:)).map { Step(question: question, answer: $0) }
    }
    return ahead.filter { !known.contains($0.question.field) }.uniqued(by: \.question.field)
  }

  /// Returns the labels of the answers in a long list that match a number or the start of a word.
  package func matches(_ typed: String) -> [String] {
    guard case .question(_, let question) = stage, question.isLong else { return [] }
    if let number = Int(typed.trimmed) {
      return question.answers.indices.contains(number - 1) ? [question.answers[number - 1].label] : []
    }
    return question.answers(beginning: typed).map(\.label)
  }
}

extension Topic {
  /// Returns the length of the longest path of open questions, given the answers.
  fileprivate func longestRest(_ answers: Answers) -> Int {
    // Built from the last question to the first, after an entry for the end of a path.
    var longest = [0]
    for question in questions.reversed() {
      let given = answers[question.field].flatMap(question.answer(id:))
      let rests = (given.map { [$0] } ?? question.answers).map { answer in
        longest[questions.count - (answer.next ?? questions.count)]
      }
      longest.append((given == nil ? 1 : 0) + rests.reduce(0, max))
    }
    return longest[questions.count]
  }
}
