extension Check {
  /// Every listed misspelling is corrected, to a word that phrases use.
  static let misspellingsCorrected = Check { book in
    let known = PhraseSource(book.phrases, topics: book.topics).expansion.vocabulary
    let keys = book.phrases.misspelled.map { wordKey($0.wrong.utf8) }
    return book.phrases.misspelled.enumerated().compactMap { index, entry in
      let problem: Finding.Problem
      if known[keys[index]] != nil {
        problem = "'\(excerpt(entry.wrong))' is also a word of a phrase, so it is never corrected"
      } else if keys[..<index].contains(keys[index]) {
        problem = .nameRepeated(kind: "misspelling", name: entry.wrong)
      } else if known[wordKey(entry.right.utf8)] == nil {
        problem = .unknown("word of a phrase", entry.right, among: [])
      } else {
        return nil
      }
      return Finding(problem, file: "phrases.json", path: "misspelled.\(entry.wrong)")
    }
  }
}
