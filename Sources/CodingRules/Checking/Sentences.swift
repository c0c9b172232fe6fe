extension Check {
  /// No sentence is read as saying what it does not say.
  static let sentencesReadRight = Check { book in
    let reader = SentenceReader(book)
    return book.sentences.enumerated().flatMap { index, sentence in
      sentence.score(reader.read(sentence.text)).wrong.map {
        Finding(.misread($0), file: "sentences.json", place: "[\(index)]")
      }
    }
  }
}

extension RuleBook {
  /// How much of what the sentences state is read, and what is read wrongly.
  ///
  /// - Parameter kind: Only sentences of this kind, such as `negation`; all if nil.
  package func readingScore(kind: String? = nil) -> ReadingScore {
    let reader = SentenceReader(self)
    var score = ReadingScore()
    for sentence in sentences where kind.map(sentence.kinds.contains) ?? true {
      score.add(sentence.score(reader.read(sentence.text)))
    }
    return score
  }
}
