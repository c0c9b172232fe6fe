/// A deterministic reader of office sentences, based on the phrases of a rule book.
///
/// The first sentence takes as long as some two thousand others. The standard book's `sentenceReader`
/// is shared; keep the reader of any other book.
package struct SentenceReader: Sendable {
  /// The maximum length of text that is read, in bytes.
  package static let maxLength = 4096

  fileprivate static let standard = SentenceReader(.standard)

  /// The lexicon, compiled when the first sentence is read.
  private let lexicon: Deferred<Lexicon>

  fileprivate init(_ book: RuleBook) {
    lexicon = book.parts.deferred { _ in Lexicon(book.phrases, topics: book.topics) }
  }

  /// Reads any text, without guessing what it does not say.
  ///
  /// - Parameters:
  ///   - reference: The day used to complete a date without a year; if nil, such a date is ignored.
  ///   - topic: The topic of the only services that are read, at least one; nil for any.
  package func read(_ text: String, on reference: CalendarDay? = nil, of topic: Topic? = nil) -> Reading {
    let lexicon = lexicon.value
    let sentence = Sentence(text, lexicon, on: reference)
    let segments = Segmenter(sentence, lexicon).segments
    let events = EventFinder(segments, lexicon, isBare: sentence.onlyNames(segments))
    return ReadingBuilder(sentence: sentence, finder: events, lexicon: lexicon).build(topic)
  }
}

extension RuleBook {
  /// The reader of sentences for the book.
  package var sentenceReader: SentenceReader {
    parts === RuleBook.standard.parts ? .standard : SentenceReader(self)
  }
}
