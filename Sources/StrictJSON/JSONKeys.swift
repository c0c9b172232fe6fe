/// The keys of all open objects of a text, to find one that stands twice in the same.
///
/// They are compared as UTF-8, for `String` takes letters that only look alike for equal.
struct JSONKeys {
  /// An object with more keys has them in a set.
  private static let mostCompared = 16

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the keys stand, quotes included, those of the innermost object last.
  private var places: [Range<Int>] = []
  /// By the first place of an object with many keys.
  private var many: [Int: Set<[UInt8]>] = [:]

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// How many keys there are.
  var count: Int { places.count }

  /// Adds a key to the innermost object, whose first key stands at a place; false when the object has it already.
  mutating func insert(_ key: Range<Int>, from first: Int) -> Bool {
    defer { places.append(key) }
    let others = places[first...]
    if others.count < Self.mostCompared { return !others.contains { isSame($0, key) } }
    let text = text(key)
    if others.count == Self.mostCompared { many[first] = Set(others.map(self.text)) }
    return many[first]?.insert(text).inserted ?? false
  }

  /// Forgets the keys of an object that ends.
  mutating func forget(from first: Int) {
    if places.count - first > Self.mostCompared { many[first] = nil }
    places.removeLast(places.count - first)
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    if bytes[one].elementsEqual(bytes[other]) { return true }
    return (isEscaped(one) || isEscaped(other)) && text(one) == text(other)
  }

  private func isEscaped(_ key: Range<Int>) -> Bool { bytes[key].contains(UInt8(ascii: "\\")) }

  private func text(_ key: Range<Int>) -> [UInt8] {
    Array(jsonText(UnsafeBufferPointer(rebasing: bytes[key])).utf8)
  }
}
