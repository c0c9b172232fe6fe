/// Reads office sentences by the phrases of a rule book: the same words are always read the same way.
///
/// The first sentence takes as long as some hundred others: a book's `sentenceReader` is made once if it is the
/// built-in one, else keep it for many.
package struct SentenceReader: Sendable {
  /// How much of a text is read, in bytes.
  package static let maxLength = 4096

  fileprivate static let standard = SentenceReader(.standard)

  /// The phrases of a book, made ready when a sentence is first read.
  private let lexicon: Deferred<Lexicon>

  fileprivate init(_ book: RuleBook) {
    lexicon = book.parts.deferred { _ in Lexicon(book.phrases, topics: book.topics) }
  }

  /// Reads a text. Nothing is decided that it does not say; any text will do.
  ///
  /// - Parameter reference: The day by which a date without a year is completed; without it such a date is no date.
  package func read(_ text: String, on reference: CalendarDay? = nil) -> Reading {
    let lexicon = lexicon.value
    let sentence = Sentence(text, lexicon, on: reference)
    let segments = Segmenter(sentence, lexicon).segments
    let events = EventFinder(segments, lexicon, isBare: sentence.isBare)
    return ReadingMaker(sentence, segments, events, lexicon).make()
  }
}

extension RuleBook {
  /// What reads sentences by the book.
  package var sentenceReader: SentenceReader {
    parts === RuleBook.standard.parts ? .standard : SentenceReader(self)
  }
}
