/// The offsets of the values and keys of a text that is known to be JSON, in its order.
@safe final class JSONIndex {
  /// The longest text that can be indexed, in bytes.
  static let maxLength = Int(clamping: UInt32.max)

  private let bytes: UnsafeBufferPointer<UInt8>
  /// For each value or key two numbers: where it begins, an opening quote or bracket included, and the number of the
  /// node after it and all that it holds.
  private let nodes: UnsafePointer<UInt32>
  private let isOwner: Bool

  /// Indexes a text.
  init(of text: UnsafeBufferPointer<UInt8>) {
    unsafe bytes = unsafe text
    unsafe nodes = unsafe UnsafePointer(indexNodes(of: text))
    isOwner = true
  }

  /// Takes an index that was made before, in static memory.
  init(of text: UnsafeBufferPointer<UInt8>, nodes: UnsafePointer<UInt32>) {
    unsafe bytes = unsafe text
    unsafe self.nodes = unsafe nodes
    isOwner = false
  }

  deinit { if isOwner { unsafe nodes.deallocate() } }

  /// The first byte of a node.
  func start(of node: Int) -> Int { unsafe Int(nodes[2 * node]) }

  /// The node after this one and all that it holds.
  func next(after node: Int) -> Int { unsafe Int(nodes[2 * node + 1]) }

  /// Whether a container holds the node that would come next in it.
  func holds(_ node: Int, in container: Int) -> Bool { node < next(after: container) }

  /// The node of an object's first value with this key; nil when it has none.
  @inline(__always) func value(of key: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
    var node = object + 1
    while holds(node, in: object) {
      if unsafe isString(node, key) { return node + 1 }
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
      if unsafe bytes[start(of: node)] == UInt8(ascii: "{"),
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
    let start = start(of: node) + 1
    if unsafe bytes[start - 1] != UInt8(ascii: "\"") { return false }
    for index in wanted.indices {
      let byte = unsafe bytes[start + index]
      if byte == UInt8(ascii: "\\") { return unsafe isEscaped(start - 1, wanted) }
      if unsafe byte != wanted[index] || byte == UInt8(ascii: "\"") { return false }
    }
    return unsafe bytes[start + wanted.count] == UInt8(ascii: "\"")
  }

  /// Whether a string that begins at an offset has this text once its escapes are resolved.
  private func isEscaped(_ offset: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = unsafe JSONScanner(bytes, offset: offset)
    return unsafe scanner.takeUncheckedString().utf8.elementsEqual(wanted)
  }
}

/// The numbers of the index of a text, two for each node; the caller owns the memory.
private func indexNodes(of text: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt32> {
  // Enough for prose; a text of many short values has it grow.
  var room = text.count / 8 + 16
  var nodes = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
  // How many numbers there are, and the innermost container whose end was not reached.
  var (count, open) = (0, 0)
  var scanner = unsafe JSONScanner(text)
  while true {
    scanner.skipSeparators()
    if scanner.isAtEnd { return unsafe nodes }
    if count + 2 > room {
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * room)
      unsafe larger.moveInitialize(from: nodes, count: count)
      unsafe nodes.deallocate()
      unsafe nodes = unsafe larger
      room *= 2
    }
    unsafe nodes[count] = UInt32(truncatingIfNeeded: scanner.offset)
    switch scanner.next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      scanner.advance()
      // Until its end is reached, the container that holds it.
      unsafe nodes[count + 1] = UInt32(truncatingIfNeeded: open)
      open = count
      count += 2
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      scanner.advance()
      let outer = unsafe Int(nodes[open + 1])
      unsafe nodes[open + 1] = UInt32(truncatingIfNeeded: count / 2)
      open = outer
    default:
      scanner.skipUncheckedScalar()
      unsafe nodes[count + 1] = UInt32(truncatingIfNeeded: count / 2 + 1)
      count += 2
    }
  }
}
