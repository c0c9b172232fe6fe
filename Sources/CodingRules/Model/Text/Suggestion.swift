/// Returns the suggestion as the end of a sentence; empty if there is none.
package func hint(_ suggestion: String?) -> String {
  suggestion.map { "; did you mean '\(excerpt($0))'?" } ?? ""
}

/// Returns the name that was probably meant; nil if none is close.
///
/// Closeness is edit distance: characters omitted, inserted, replaced or transposed. The first
/// of equally close names wins.
package func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
  var search = NearestName(to: typed)
  search.compare(ComparedNames(names))
  return search.name
}

/// Names prepared for comparison with misspelled words.
struct ComparedNames: Sendable {
  /// A name's first bytes, in lower case, as a range of `bytes`.
  struct Entry: Sendable {
    let offset: Int32
    let count: Int32
    /// A bit set of the bytes; some bytes share a bit.
    let occurring: UInt64
  }

  private(set) var names: [String] = []
  private(set) var entries: [Entry] = []
  private(set) var bytes: [UInt8] = []

  /// The number of bytes of a name that are compared.
  static let maxCompared = 64

  init(_ all: some Sequence<String>) {
    for name in all {
      let own = name.lowercased().utf8.prefix(Self.maxCompared)
      names.append(name)
      entries.append(
        Entry(offset: Int32(bytes.count), count: Int32(own.count), occurring: Self.occurring(own)))
      bytes += own
    }
  }

  /// The bit set of some bytes.
  static func occurring(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

/// A search for the name nearest to a word.
struct NearestName {
  /// The nearest name so far; nil if none is close.
  private(set) var name: String?
  private let count: Int
  private let occurring: UInt64
  private let pattern: TypingPattern
  /// The largest distance that still beats the nearest name.
  private var bound: Int

  init(to typed: String) {
    let wanted = Array(typed.lowercased().utf8.prefix(ComparedNames.maxCompared))
    (count, occurring) = (wanted.count, ComparedNames.occurring(wanted))
    pattern = TypingPattern(wanted)
    bound = max(1, count / 3)
  }

  /// Adds names to the search.
  mutating func compare(_ others: ComparedNames) {
    for (index, entry) in others.entries.enumerated() where abs(Int(entry.count) - count) <= bound {
      // Each byte that only one of the words has costs at least one edit.
      let other = entry.occurring
      if (occurring & ~other).nonzeroBitCount > bound || (other & ~occurring).nonzeroBitCount > bound {
        continue
      }
      let range = Int(entry.offset)..<Int(entry.offset + entry.count)
      let distance = pattern.distance(to: others.bytes.span.extracting(range), max: bound)
      if distance <= bound { (name, bound) = (others.names[index], distance - 1) }
    }
  }
}

/// Returns the edit distance, including transpositions, between the first 64 bytes of two words; any larger number if
/// it exceeds `max`.
func typingDistance(_ first: [UInt8], _ second: [UInt8], max: Int = .max) -> Int {
  let second = second.span.extracting(first: ComparedNames.maxCompared)
  return TypingPattern(first.prefix(ComparedNames.maxCompared)).distance(to: second, max: max)
}

/// A word of up to 64 bytes to compare others with, one column of the distance matrix at a time.
///
/// After H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003.
struct TypingPattern {
  private let count: Int
  /// For each byte, a bit for each index at which it occurs in the word.
  private let indices: [UInt64]

  init(_ word: some Collection<UInt8>) {
    count = word.count
    var indices = [UInt64](repeating: 0, count: 256)
    for (index, byte) in word.enumerated() { indices[Int(byte)] |= 1 << UInt64(index) }
    self.indices = indices
  }

  /// Returns the distance to a word; any larger number if it exceeds `max`.
  func distance(to word: Span<UInt8>, max: Int) -> Int {
    if count == 0 { return word.count }
    var distance = count
    var (positive, negative, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    let last = UInt64(1) << UInt64(count - 1)
    for index in word.indices {
      // Each byte that is left can reduce the distance by one.
      if distance &- (word.count &- index) > max { return distance }
      let matches = indices[Int(word[index])]
      let swapped = ((~diagonal & matches) << 1) & before
      diagonal = (((matches & positive) &+ positive) ^ positive) | matches | negative | swapped
      var rising = negative | ~(diagonal | positive)
      let falling = diagonal & positive
      if rising & last != 0 { distance += 1 }
      if falling & last != 0 { distance -= 1 }
      rising = rising << 1 | 1
      positive = falling << 1 | ~(diagonal | rising)
      negative = rising & diagonal
      before = matches
    }
    return distance
  }
}
