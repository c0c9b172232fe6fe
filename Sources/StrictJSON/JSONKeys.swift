/// The keys of all open objects of a text, to find one that stands twice in the same.
///
/// They are compared as UTF-8, for `String` takes letters that only look alike for equal. What is kept of a key is
/// where it stands: some bytes, however long it is.
struct JSONKeys {
  /// An object with more keys has a table of them.
  private static let mostCompared = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the keys of all open objects begin, those of the innermost last.
  private var starts: [UInt32] = []
  /// By open object: how many keys stand before its first.
  private var firsts: [UInt32] = []
  /// Of the open objects that have many keys: the places of these by their texts, open addresses counted from 1.
  private var tables: [[UInt32]] = []
  /// Whether any key was written with an escape.
  private var hasEscapes = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// An object begins within the innermost one.
  mutating func begin() {
    if firsts.isEmpty {
      firsts.reserveCapacity(8)
      starts.reserveCapacity(32)
    }
    firsts.append(UInt32(truncatingIfNeeded: starts.count))
  }

  /// Adds a key to the innermost object, quotes included; false when the object has it already.
  mutating func insert(_ key: Range<Int>) -> Bool {
    hasEscapes = hasEscapes || bytes[key].contains(UInt8(ascii: "\\"))
    let first = Int(firsts[firsts.count - 1])
    if starts.count - first < Self.mostCompared {
      for number in first..<starts.count where isSame(starts[number], key) { return false }
    } else {
      if starts.count - first == Self.mostCompared { tables.append([]) }
      let table = tables.count - 1
      if 4 * (starts.count - first + 1) > 3 * tables[table].count { enlarge(table, from: first) }
      let place = place(of: key, in: tables[table])
      if tables[table][place] > 0 { return false }
      tables[table][place] = UInt32(truncatingIfNeeded: starts.count + 1)
    }
    starts.append(UInt32(truncatingIfNeeded: key.lowerBound))
    return true
  }

  /// The innermost object ends.
  mutating func end() {
    let first = Int(firsts.removeLast())
    if starts.count - first > Self.mostCompared { tables.removeLast() }
    starts.removeLast(starts.count - first)
  }

  // MARK: Tables

  /// Makes a table twice as large, for the keys from one on and more.
  private mutating func enlarge(_ table: Int, from first: Int) {
    tables[table] = [UInt32](repeating: 0, count: max(2 * Self.mostCompared, 2 * tables[table].count))
    for number in first..<starts.count {
      let place = place(of: key(at: starts[number]), in: tables[table])
      tables[table][place] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// Where a key stands in a table, or should stand.
  private func place(of key: Range<Int>, in table: [UInt32]) -> Int {
    var place = hash(of: key) & (table.count - 1)
    while table[place] > 0, !isSame(starts[Int(table[place]) - 1], key) {
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private func hash(of key: Range<Int>) -> Int {
    var hasher = Hasher()
    if hasEscapes, isEscaped(key) {
      text(key).withUnsafeBytes { hasher.combine(bytes: $0) }
    } else {
      hasher.combine(
        bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[key].dropFirst().dropLast())))
    }
    return hasher.finalize()
  }

  // MARK: Comparing

  /// Whether a key that begins at a place says the same as another.
  private func isSame(_ start: UInt32, _ key: Range<Int>) -> Bool {
    if bytes[Int(start)..<min(Int(start) + key.count, bytes.count)].elementsEqual(bytes[key]) { return true }
    guard hasEscapes else { return false }
    let other = self.key(at: start)
    return (isEscaped(other) || isEscaped(key)) && text(other) == text(key)
  }

  /// The key that begins at a place, quotes included.
  private func key(at start: UInt32) -> Range<Int> {
    var scanner = JSONScanner(bytes, offset: Int(start))
    scanner.skipKnownScalar()
    return Int(start)..<scanner.offset
  }

  private func isEscaped(_ key: Range<Int>) -> Bool { bytes[key].contains(UInt8(ascii: "\\")) }

  private func text(_ key: Range<Int>) -> [UInt8] {
    Array(jsonText(UnsafeBufferPointer(rebasing: bytes[key])).utf8)
  }
}
