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
