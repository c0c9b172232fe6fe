extension Check {
  /// No worked sentence is misread.
  static let sentencesReadCorrectly = Check { book in
    let reader = book.sentenceReader
    return findings(on: book.sentences, in: "sentences.json") { _, sentence in
      sentence.score(reader.read(sentence.text)).wrong.map {
        "this was read from the sentence, which does not say it: \($0)"
      }
    }
  }
}

extension RuleBook {
  /// The scores of the worked sentences, in total and by kind.
  package var readingScores: (all: ReadingScore, kinds: [(kind: String, score: ReadingScore)]) {
    let reader = sentenceReader
    var all = ReadingScore()
    var kinds: [String: ReadingScore] = [:]
    for sentence in sentences {
      let score = sentence.score(reader.read(sentence.text))
      all.add(score)
      for kind in sentence.kinds { kinds[kind, default: ReadingScore()].add(score) }
    }
    return (all, kinds.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }
}
