extension Check {
  /// No two answers of a question share a name.
  static let answerNamesUnique = Check { book in
    book.topics.flatMap { topic in
      var owners: [[String]: String] = [:]
      return topic.ownAnswers.flatMap { own in
        own.answer.names.compactMap { name -> Finding? in
          let owner = owners.updateValue(own.answer.id, forKey: [own.question.id, nameKey(name)])
          guard let owner, owner != own.answer.id else { return nil }
          return own.finding(.sharedName(name, owner, own.answer.id))
        }
      }
    }
  }

  /// No name of an answer is an interview command, except "not sure", or a number.
  static let answerNamesNotReserved = Check { book in
    book.topics.flatMap(\.ownAnswers).flatMap { own in
      own.answer.names.filter { name in
        Int(name) != nil || ConversationCommand(typed: name).map { $0 != .notSure } ?? false
      }.map {
        own.finding("'\($0)' cannot name an answer: the interview reads it as a command or a list number")
      }
    }
  }
}
