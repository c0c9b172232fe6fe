/// The suggestion as the end of a sentence; empty when there is none.
package func hint(_ suggestion: String?) -> String {
  suggestion.map { " — did you mean '\($0)'?" } ?? ""
}

/// The name that was probably meant; nil when none is near.
///
/// Near means few typing mistakes: characters left out, added, changed or swapped. Of equally near names the first counts.
package func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
  var search = NearestName(to: typed)
  for name in names { search.compare(ComparedName(name)) }
  return search.name
}

/// A name in the form in which it is compared with misspelled words.
struct ComparedName: Sendable {
  let name: String
  /// Its first bytes, in lower case.
  let bytes: [UInt8]
  /// A bit for each byte that occurs, shared by some.
  let occurring: UInt64

  /// How many bytes of a name are compared.
  static let maxCompared = 64

  init(_ name: String) {
    self.name = name
    bytes = Array(name.lowercased().utf8.prefix(Self.maxCompared))
    occurring = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}

/// A search for the name that is nearest to a word.
struct NearestName {
  /// The nearest name so far; nil when none is near.
  private(set) var name: String?
  private let wanted: ComparedName
  private let pattern: TypingPattern
  /// The largest distance at which a name would be the nearest.
  private var bound: Int

  init(to typed: String) {
    wanted = ComparedName(typed)
    pattern = TypingPattern(wanted.bytes)
    bound = max(1, wanted.bytes.count / 3)
  }

  /// Takes a name into account.
  mutating func compare(_ other: ComparedName) {
    // A byte of one word that the other lacks costs a mistake of its own.
    guard bound >= 0, abs(other.bytes.count - wanted.bytes.count) <= bound,
      (wanted.occurring & ~other.occurring).nonzeroBitCount <= bound,
      (other.occurring & ~wanted.occurring).nonzeroBitCount <= bound
    else { return }
    let distance = pattern.distance(to: other.bytes)
    if distance <= bound { (name, bound) = (other.name, distance - 1) }
  }
}

/// How many characters must be left out, added, changed or swapped with their neighbor to turn one word into the other;
/// of long words the first 64 bytes count.
func typingDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
  TypingPattern(first.prefix(ComparedName.maxCompared)).distance(to: second)
}

/// A word of up to 64 bytes that others are compared with, a column of the distances at a time.
///
/// After H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003.
struct TypingPattern {
  private let count: Int
  /// By byte: a bit for each place in the word where it is.
  private let places: [UInt64]

  init(_ word: some Collection<UInt8>) {
    count = word.count
    var places = [UInt64](repeating: 0, count: 256)
    for (index, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(index) }
    self.places = places
  }

  func distance(to word: [UInt8]) -> Int {
    if count == 0 { return min(word.count, ComparedName.maxCompared) }
    var distance = count
    var (positive, negative, diagonal, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    let last = UInt64(1) << UInt64(count - 1)
    for byte in word.prefix(ComparedName.maxCompared) {
      let matches = places[Int(byte)]
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
