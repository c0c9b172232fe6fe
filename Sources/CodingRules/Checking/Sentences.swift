extension Check {
  /// No worked sentence is misread.
  static let sentencesReadCorrectly = Check { book in
    let reader = book.sentenceReader
    return findings(on: book.sentences, in: "sentences.json") { _, sentence in
      sentence.misread(reader.read(sentence.text)).map {
        "this was read from the sentence, which does not say it: \($0)"
      }
    }
  }
}

extension WorkedSentence {
  /// Returns the answers, facts, date, services and questions of a reading that are not stated.
  func misread(_ reading: Reading) -> [String] {
    var left = services
    var wrong: [String] = []
    for service in reading.services {
      let matches = left.indices.filter { left[$0].topic == service.topic }.map {
        (index: $0, wrong: service.answers.differences(from: left[$0].answers, named: service.topic + "."))
      }
      if let best = matches.min(by: { $0.wrong.count < $1.wrong.count }) {
        left.remove(at: best.index)
        wrong += best.wrong
      } else {
        wrong.append("service \(service.topic)")
      }
    }
    wrong += reading.factAnswers.differences(from: facts, named: "")
    if let date = reading.date, date != day { wrong.append("date=\(date)") }
    let asked = reading.ambiguities.map(\.could).filter { !asks.contains($0) }
    return wrong + asked.map { "question \($0.joined(separator: ", "))" }
  }
}

extension Answers {
  /// Returns the answers that others do not have.
  fileprivate func differences(from others: Answers, named prefix: String) -> [String] {
    fields.compactMap { field in
      self[field].flatMap { $0 == others[field] ? nil : "\(prefix)\(field)=\($0)" }
    }
  }
}
