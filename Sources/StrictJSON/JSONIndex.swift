/// The offsets of the values and keys of a text that is known to be JSON, found as far as they are asked for.
@safe final class JSONIndex {
  /// How many nodes are looked for at once.
  private static let batchSize = 16

  /// The longest text that can be indexed, in bytes.
  static let maxLength = Int(clamping: UInt32.max)

  /// The offset of a value or a key.
  private struct Node {
    /// The first byte, an opening quote or bracket included.
    let start: UInt32
    /// The node after this one and all that it holds; while that is not known, the earlier node that holds this one.
    var next: UInt32
  }

  private var nodes: UnsafeMutablePointer<Node>
  private var room: Int
  private var count = 0
  /// The innermost container whose end was not reached.
  private var open = 0
  private var scanner: JSONScanner

  /// Begins at the first value of the text.
  init(of text: UnsafeBufferPointer<UInt8>) {
    // Enough for prose; a text of many short values has it grow.
    room = text.count / 16 + Self.batchSize
    unsafe nodes = .allocate(capacity: room)
    scanner = unsafe JSONScanner(text)
    findMore()
  }

  deinit { unsafe nodes.deallocate() }

  /// The first byte of a node.
  func start(of node: Int) -> Int { unsafe Int(nodes[node].start) }

  /// The node after this one and all that it holds.
  func next(after node: Int) -> Int {
    while unsafe node >= count || nodes[node].next <= node { findMore() }
    return unsafe Int(nodes[node].next)
  }

  /// Whether a container holds the node that would come next in it.
  func holds(_ node: Int, in container: Int) -> Bool {
    while node >= count, unsafe nodes[container].next <= container { findMore() }
    return unsafe nodes[container].next <= container || node < nodes[container].next
  }

  /// The node of an object's first value with this key; nil when it has none.
  func value(of key: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
    var node = object + 1
    while holds(node, in: object) {
      if unsafe isString(node, key) { return holds(node + 1, in: object) ? node + 1 : nil }
      node = next(after: node + 1)
    }
    return nil
  }

  /// The node of an array's first object with this text under this key; nil when there is none.
  func element(
    where key: UnsafeBufferPointer<UInt8>, is text: UnsafeBufferPointer<UInt8>, in array: Int
  ) -> Int? {
    var node = array + 1
    while holds(node, in: array) {
      if unsafe scanner.bytes[start(of: node)] == UInt8(ascii: "{"),
        let value = unsafe value(of: key, in: node), unsafe isString(value, text)
      {
        return node
      }
      node = next(after: node)
    }
    return nil
  }

  /// Whether a node is a string with this text.
  @inline(__always) private func isString(_ node: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let (bytes, start) = unsafe (scanner.bytes, start(of: node) + 1)
    if unsafe bytes[start - 1] != UInt8(ascii: "\"") { return false }
    for index in wanted.indices {
      let byte = unsafe bytes[start + index]
      if byte == UInt8(ascii: "\\") {
        var scanner = unsafe JSONScanner(bytes, offset: start - 1)
        return unsafe scanner.takeUncheckedString().utf8.elementsEqual(wanted)
      }
      if unsafe byte == UInt8(ascii: "\"") || byte != wanted[index] { return false }
    }
    return unsafe bytes[start + wanted.count] == UInt8(ascii: "\"")
  }

  /// Passes over the next few values, keys and ends of containers; a few at once cost little more than one.
  private func findMore() {
    if room - count < Self.batchSize { grow() }
    var (scanner, count, open) = (scanner, count, open)
    for _ in 0..<Self.batchSize {
      scanner.skipSeparators()
      if scanner.isAtEnd { break }
      let start = UInt32(truncatingIfNeeded: scanner.offset)
      switch scanner.next {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        scanner.advance()
        unsafe nodes[count] = Node(start: start, next: UInt32(truncatingIfNeeded: open))
        open = count
        count &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        scanner.advance()
        let outer = unsafe Int(nodes[open].next)
        unsafe nodes[open].next = UInt32(truncatingIfNeeded: count)
        open = outer
      default:
        scanner.skipUncheckedScalar()
        unsafe nodes[count] = Node(start: start, next: UInt32(truncatingIfNeeded: count &+ 1))
        count &+= 1
      }
    }
    (self.scanner, self.count, self.open) = (scanner, count, open)
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: room * 2)
    unsafe larger.moveInitialize(from: nodes, count: count)
    unsafe nodes.deallocate()
    unsafe nodes = unsafe larger
    room *= 2
  }
}
