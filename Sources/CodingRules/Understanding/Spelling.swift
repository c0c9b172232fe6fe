/// A spelling corrector with the known words as its dictionary.
struct Spelling: Sendable {
  /// A known word to compare with.
  private struct Candidate {
    let word: Int32
    let letters: [UInt8]
    /// A bit set of its letters.
    let mask: UInt64
  }

  /// The candidates by first letter and length.
  private var candidates: [[Candidate]] = Array(repeating: [], count: 26 * (Self.maxLength + 1))

  /// The maximum length of a compared word, in bytes.
  private static let maxLength = 24

  /// - Parameter domain: The ids of the words that are candidates for a correction.
  init(_ words: [String], among domain: Set<Int32>) {
    for (index, word) in words.enumerated() where domain.contains(Int32(index)) {
      let letters = Array(word.utf8)
      guard letters.count >= 4, let bucket = Self.bucket(letters.first, letters.count) else { continue }
      candidates[bucket].append(
        Candidate(word: Int32(index), letters: letters, mask: Self.mask(letters)))
    }
  }

  /// Returns the only known word within an edit distance of 1 for words from five letters on, or 2
  /// from nine; nil if there are none or several.
  ///
  /// A letter left out or added is likelier than one replaced by another. In a word of four letters, only
  /// a neighboring key may replace one.
  func correction(of word: String) -> Int32? {
    let letters = Array(word.utf8)
    guard (4...Self.maxLength).contains(letters.count), letters.allSatisfy(\.isASCIILetter) else {
      return nil
    }
    if letters.count == 4 {
      let found = candidates(near: letters, within: 1).filter { candidate in
        zip(letters, candidate.letters).allSatisfy { $0 == $1 || Self.areNeighbors($0, $1) }
      }
      return found.count == 1 ? found[0].word : nil
    }
    for bound in 1...(letters.count >= 9 ? 2 : 1) {
      let found = candidates(near: letters, within: bound)
      let likelier = found.filter { $0.letters.count != letters.count }
      let likely = likelier.isEmpty ? found : likelier
      if let first = likely.first { return likely.count == 1 ? first.word : nil }
    }
    return nil
  }

  private func candidates(near letters: [UInt8], within bound: Int) -> [Candidate] {
    let mask = Self.mask(letters)
    var found: [Candidate] = []
    let lengths = letters.count == 4 ? 4...4 : max(5, letters.count - bound)...(letters.count + bound)
    for length in lengths {
      guard let bucket = Self.bucket(letters.first, length) else { continue }
      for candidate in candidates[bucket] where (candidate.mask ^ mask).nonzeroBitCount <= 2 * bound {
        if typingDistance(letters, candidate.letters, max: bound) <= bound { found.append(candidate) }
      }
    }
    return found
  }

  /// The letters of the keyboard, in rows of 16.
  private static let keyboard = Array("qwertyuiop......asdfghjkl.......zxcvbnm".utf8)

  private static func areNeighbors(_ first: UInt8, _ second: UInt8) -> Bool {
    guard let from = keyboard.firstIndex(of: first), let to = keyboard.firstIndex(of: second) else {
      return false
    }
    return [1, 15, 16].contains(abs(from - to))
  }

  private static func bucket(_ first: UInt8?, _ length: Int) -> Int? {
    guard let first, first.isLowerCase, length <= maxLength else { return nil }
    return Int(first - UInt8(ascii: "a")) * (maxLength + 1) + length
  }

  private static func mask(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
