/// The keys of all open objects, used to detect duplicates.
///
/// Keys are compared as UTF-8 because `String` treats canonically equivalent characters as equal.
/// Only their offsets, and hashes if they are many, are stored.
@safe struct JSONKeys {
  /// The number of keys above which an object gets a set of hashes.
  private static let maxCompared = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offsets of the keys of all open objects, innermost object last.
  private var starts: [UInt32] = []
  /// The index in `starts` of each open object's first key.
  private var firsts: [UInt32] = []
  /// The hashes of the keys of each open object with many keys.
  private var hashes: [Set<Int>] = []
  /// Whether any key so far contains an escape.
  private var hasEscapes = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = unsafe bytes }

  /// Begins an object inside the innermost one.
  mutating func begin() {
    if firsts.isEmpty {
      firsts.reserveCapacity(8)
      starts.reserveCapacity(32)
    }
    firsts.append(UInt32(truncatingIfNeeded: starts.count))
  }

  /// Adds a key, quotes included, to the innermost object; returns false for a duplicate.
  mutating func insert(_ key: Range<Int>) -> Bool {
    hasEscapes = unsafe hasEscapes || bytes[key].contains(UInt8(ascii: "\\"))
    let first = Int(firsts[firsts.count - 1])
    if starts.count - first == Self.maxCompared {
      hashes.append(Set(starts[first...].map { hash(of: self.key(at: $0)) }))
    }
    let mayBeKnown =
      starts.count - first < Self.maxCompared || !hashes[hashes.count - 1].insert(hash(of: key)).inserted
    if mayBeKnown, starts[first...].contains(where: { isSame($0, key) }) { return false }
    starts.append(UInt32(truncatingIfNeeded: key.lowerBound))
    return true
  }

  /// Ends the innermost object.
  mutating func end() {
    let first = Int(firsts.removeLast())
    if starts.count - first > Self.maxCompared { hashes.removeLast() }
    starts.removeLast(starts.count - first)
  }

  // MARK: Comparing

  private func hash(of key: Range<Int>) -> Int {
    var hasher = Hasher()
    if hasEscapes, isEscaped(key) {
      unsafe text(key).withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    } else {
      unsafe hasher.combine(
        bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[key].dropFirst().dropLast())))
    }
    return hasher.finalize()
  }

  /// Whether the key at an offset equals another.
  private func isSame(_ start: UInt32, _ key: Range<Int>) -> Bool {
    if unsafe bytes[Int(start)..<min(Int(start) + key.count, bytes.count)].elementsEqual(bytes[key]) {
      return true
    }
    guard hasEscapes else { return false }
    let other = self.key(at: start)
    return (isEscaped(other) || isEscaped(key)) && text(other) == text(key)
  }

  /// The range of the key at an offset, quotes included.
  private func key(at start: UInt32) -> Range<Int> {
    var scanner = unsafe JSONScanner(bytes, offset: Int(start))
    scanner.skipUncheckedScalar()
    return Int(start)..<scanner.offset
  }

  private func isEscaped(_ key: Range<Int>) -> Bool { unsafe bytes[key].contains(UInt8(ascii: "\\")) }

  private func text(_ key: Range<Int>) -> [UInt8] {
    unsafe Array(jsonText(UnsafeBufferPointer(rebasing: bytes[key])).utf8)
  }
}
