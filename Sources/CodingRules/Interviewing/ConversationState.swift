extension Conversation.State {
  /// Answers a question about a service; nil asks it again.
  mutating func answer(_ id: String?, _ question: Question, service: Int) {
    if question.scope == .visit {
      visit.facts[question.field] = id
    } else {
      visit.services[service].answers[question.field] = id
    }
    unsure.remove(Self.key(service, question))
  }

  /// Returns the key of a question: its field if it is about the whole visit, or else its service,
  /// topic and id.
  static func key(_ service: Int, _ question: Question) -> [String] {
    question.scope == .visit ? [question.field] : ["\(service)", question.topic, question.id]
  }

  /// Adds a service.
  mutating func add(_ topic: Topic, _ answers: Answers = [:], name: String = "") {
    visit.services.append(Service(topic: topic, answers: answers))
    names.append(name)
  }

  /// Adds the contents of a sentence.
  mutating func add(_ reading: Reading, by book: RuleBook) {
    visit.day = reading.date ?? visit.day
    visit.facts = reading.factAnswers.completed(by: visit.facts)
    for service in reading.services {
      if let topic = book.topic(service.topic) {
        add(topic, service.answers, name: service.stated.map(\.words).uniqued().joined(by: ", "))
      }
    }
    ambiguities += reading.ambiguities.filter { !$0.meanings(in: book).isEmpty }
  }
}

/// A possible meaning of ambiguous words.
package enum Meaning: Sendable {
  /// A service of this topic.
  case service(Topic)
  /// An answer in a topic.
  case answer(Topic, Question, Answer)
}

extension Ambiguity {
  /// Returns the possible meanings of the words in a book.
  package func meanings(in book: RuleBook) -> [Meaning] {
    could.compactMap { text in
      let parts = text.split { $0 == "." || $0 == "=" }.map(String.init)
      guard let topic = parts.first.flatMap(book.topic) else { return nil }
      guard parts.count == 3 else { return .service(topic) }
      return topic.step(parts[1], parts[2]).map { .answer(topic, $0.question, $0.answer) }
    }
  }
}
