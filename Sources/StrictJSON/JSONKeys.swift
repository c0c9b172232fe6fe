/// The keys of all open objects, used to detect duplicates.
///
/// Keys are compared as UTF-8 because `String` treats canonically equivalent characters as equal.
/// Only their offsets are stored.
@safe struct JSONKeys {
  /// The number of keys above which an object gets a hash table.
  private static let maxCompared = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offsets of the keys of all open objects, innermost object last.
  private var starts: [UInt32] = []
  /// The index in `starts` of each open object's first key.
  private var firsts: [UInt32] = []
  /// A hash table for each open object with many keys, of indices in `starts` plus 1.
  private var tables: [[UInt32]] = []
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
    if starts.count - first < Self.maxCompared {
      for number in first..<starts.count where isSame(starts[number], key) { return false }
    } else {
      if starts.count - first == Self.maxCompared { tables.append([]) }
      let table = tables.count - 1
      if 4 * (starts.count - first + 1) > 3 * tables[table].count { enlarge(table, from: first) }
      let slot = slot(of: key, in: tables[table])
      if tables[table][slot] > 0 { return false }
      tables[table][slot] = UInt32(truncatingIfNeeded: starts.count + 1)
    }
    starts.append(UInt32(truncatingIfNeeded: key.lowerBound))
    return true
  }

  /// Ends the innermost object.
  mutating func end() {
    let first = Int(firsts.removeLast())
    if starts.count - first > Self.maxCompared { tables.removeLast() }
    starts.removeLast(starts.count - first)
  }

  // MARK: Tables

  /// Doubles a table and reinserts its object's keys, which begin at `first`.
  private mutating func enlarge(_ table: Int, from first: Int) {
    tables[table] = [UInt32](repeating: 0, count: max(2 * Self.maxCompared, 2 * tables[table].count))
    for number in first..<starts.count {
      let slot = slot(of: key(at: starts[number]), in: tables[table])
      tables[table][slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// The slot of a key, or the empty slot where it belongs.
  private func slot(of key: Range<Int>, in table: [UInt32]) -> Int {
    var slot = hash(of: key) & (table.count - 1)
    while table[slot] > 0, !isSame(starts[Int(table[slot]) - 1], key) {
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

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

  // MARK: Comparing

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
