/// Where the values and keys of a text that is known to be JSON stand, found as far as anybody has asked.
struct JSONIndex {
  /// The longest text that can be indexed, in bytes.
  static let longestText = Int(UInt32.max)

  /// Where a value or a key stands.
  private struct Node {
    /// The first byte, an opening quote or bracket included.
    let start: UInt32
    /// The node after this one and all that it holds; while that is not known, the earlier node that holds this one.
    var next: UInt32
  }

  /// Room for the nodes of the whole text, which memory is taken up for only as they are found.
  private let nodes: UnsafeMutablePointer<Node>
  private var count = 0
  /// The innermost container whose end has not been met.
  private var open = 0
  private var scanner: JSONScanner

  /// Begins at the first value of the text.
  init(of text: UnsafeBufferPointer<UInt8>) {
    // Of two bytes at most one begins a value: the other separates or closes.
    nodes = .allocate(capacity: text.count / 2 + 1)
    scanner = JSONScanner(text)
    findNext()
  }

  func deallocate() { nodes.deallocate() }

  /// The first byte of a node.
  func start(of node: Int) -> Int { Int(nodes[node].start) }

  /// The node after this one and all that it holds.
  mutating func next(after node: Int) -> Int {
    while node >= count || nodes[node].next <= node { findNext() }
    return Int(nodes[node].next)
  }

  /// Whether a container holds the node that would come next in it.
  mutating func holds(_ node: Int, in container: Int) -> Bool {
    while node >= count, nodes[container].next <= container { findNext() }
    return nodes[container].next <= container || node < nodes[container].next
  }

  /// Passes over the text to the next value, key or end of a container.
  private mutating func findNext() {
    scanner.skipSeparators()
    let start = UInt32(truncatingIfNeeded: scanner.offset)
    switch scanner.next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      scanner.advance()
      nodes[count] = Node(start: start, next: UInt32(truncatingIfNeeded: open))
      open = count
      count &+= 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      scanner.advance()
      let outer = Int(nodes[open].next)
      nodes[open].next = UInt32(truncatingIfNeeded: count)
      open = outer
    default:
      scanner.skipKnownScalar()
      nodes[count] = Node(start: start, next: UInt32(truncatingIfNeeded: count &+ 1))
      count &+= 1
    }
  }
}
