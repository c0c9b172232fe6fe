extension Check {
  /// Every listed misspelling is corrected, to a word that phrases use.
  static let misspellingsCorrected = Check { book in
    let known = PhraseSource(book.phrases, topics: book.topics).expansion.vocabulary
    var keys: Set<String> = []
    return book.phrases.misspelled.compactMap { wrong, right in
      let key = wordKey(wrong.utf8)
      let problem: Finding.Problem? =
        if known[key] != nil {
          "'\(excerpt(wrong))' is also a word of a phrase, so it is never corrected"
        } else if !keys.insert(key).inserted {
          .nameRepeated(kind: "misspelling", name: wrong)
        } else {
          known[wordKey(right.utf8)] == nil ? .unknown("word", right, among: []) : nil
        }
      return problem.map { Finding($0, file: "phrases.json", path: "misspelled.\(wrong)") }
    }
  }
}
