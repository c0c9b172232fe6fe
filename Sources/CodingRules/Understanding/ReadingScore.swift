/// The score of readings against their expected readings.
struct ReadingScore {
  /// The number of answers, facts and dates that the sentences state.
  var stated = 0
  /// The number of them that were read.
  var found = 0
  /// The answers, facts, dates, services and questions that were read but not stated.
  var wrong: [String] = []

  /// Adds another score.
  mutating func add(_ other: Self) {
    stated += other.stated
    found += other.found
    wrong += other.wrong
  }
}

extension WorkedSentence {
  /// Returns the score of a reading of this sentence.
  func score(_ reading: Reading) -> ReadingScore {
    var score = ReadingScore()
    var left = services
    for service in reading.services {
      guard
        let match = left.indices.filter({ left[$0].topic == service.topic }).max(by: { first, second in
          left[first].answers.agreement(service.answers) < left[second].answers.agreement(service.answers)
        })
      else {
        score.wrong.append("service \(service.topic)")
        continue
      }
      score.add(left.remove(at: match).answers, service.answers, named: service.topic + ".")
    }
    for service in left { score.stated += service.answers.fields.count }
    score.add(facts, reading.factAnswers, named: "")
    let days = (
      day.map { ["date": $0.description] } ?? [:], reading.date.map { ["date": $0.description] } ?? [:]
    )
    score.add(Answers(days.0), Answers(days.1), named: "")
    for ask in reading.ambiguities where !asks.contains(ask.could) {
      score.wrong.append("question \(ask.could.joined(separator: ", "))")
    }
    return score
  }
}

extension Answers {
  /// Returns the number of answers two have in common.
  fileprivate func agreement(_ other: Answers) -> Int { fields.filter { self[$0] == other[$0] }.count }
}

extension ReadingScore {
  fileprivate mutating func add(_ stated: Answers, _ read: Answers, named prefix: String) {
    self.stated += stated.fields.count
    for field in read.fields {
      guard let answer = read[field], answer != stated[field] else {
        found += 1
        continue
      }
      wrong.append("\(prefix)\(field)=\(answer)")
    }
  }
}
