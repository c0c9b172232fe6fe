/// Where a value or a key stands in its text.
struct JSONNode {
  /// The longest text that can be indexed, in bytes.
  static let longestText = Int(UInt32.max)

  /// The first byte, an opening quote or bracket included.
  let start: UInt32
  /// The byte after the last.
  var end: UInt32
  /// The index of the node after this one and all that it holds.
  var next: UInt32

  /// The nodes of a text that is known to be JSON: every value, and before each member's value its key.
  static func index(of text: UnsafeBufferPointer<UInt8>) -> [JSONNode] {
    var nodes: [JSONNode] = []
    nodes.reserveCapacity(text.count / 12 + 1)
    var open: [Int] = []
    var scanner = JSONScanner(text)
    while true {
      scanner.skipSeparators()
      let start = scanner.offset
      switch scanner.next {
      case _ where scanner.isAtEnd: return nodes
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(nodes.count)
        scanner.advance()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        scanner.advance()
        guard let container = open.popLast() else { return nodes }
        nodes[container].end = UInt32(truncatingIfNeeded: scanner.offset)
        nodes[container].next = UInt32(truncatingIfNeeded: nodes.count)
        continue
      case UInt8(ascii: "\""): scanner.skipKnownString()
      default: scanner.skipKnownWord()
      }
      nodes.append(
        JSONNode(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: scanner.offset),
          next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    }
  }
}
