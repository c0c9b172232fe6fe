/// The known words, and which of them a misspelled one was meant to be.
struct Spelling: Sendable {
  /// A known word that others are compared with.
  private struct Candidate {
    let word: Int32
    let letters: [UInt8]
    /// Which letters it has, a bit each.
    let mask: UInt64
  }

  /// The candidates by first letter and length.
  private var candidates: [[Candidate]] = Array(repeating: [], count: 26 * (Self.maxLength + 1))

  /// The longest word that is compared, in bytes.
  private static let maxLength = 24

  /// - Parameter domain: The numbers of the words that others may be taken for.
  init(_ words: [String], among domain: Set<Int32>) {
    for (index, word) in words.enumerated() where domain.contains(Int32(index)) {
      let letters = Array(word.utf8)
      guard letters.count >= 4, let bucket = Self.bucket(letters.first, letters.count) else { continue }
      candidates[bucket].append(
        Candidate(word: Int32(index), letters: letters, mask: Self.mask(letters)))
    }
  }

  /// The one known word that an unknown one is close to: within one typing mistake from five letters, within two
  /// from nine; nil when there is none or more than one.
  func correction(of word: String) -> Int32? {
    let letters = Array(word.utf8)
    guard letters.count >= 5, letters.count <= Self.maxLength, letters.allSatisfy(\.isASCIILetter) else {
      return nil
    }
    for bound in 1...(letters.count >= 9 ? 2 : 1) {
      let found = candidates(near: letters, within: bound)
      if let first = found.first { return found.count == 1 ? first : nil }
    }
    return nil
  }

  private func candidates(near letters: [UInt8], within bound: Int) -> [Int32] {
    let mask = Self.mask(letters)
    var found: [Int32] = []
    for length in (letters.count - bound)...(letters.count + bound) {
      guard let bucket = Self.bucket(letters.first, length) else { continue }
      for candidate in candidates[bucket] where (candidate.mask ^ mask).nonzeroBitCount <= 2 * bound {
        if typingDistance(letters, candidate.letters) <= bound { found.append(candidate.word) }
      }
    }
    return found
  }

  private static func bucket(_ first: UInt8?, _ length: Int) -> Int? {
    guard let first, first.isLowerCase, length <= maxLength else { return nil }
    return Int(first - UInt8(ascii: "a")) * (maxLength + 1) + length
  }

  private static func mask(_ letters: [UInt8]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
