/// The index of a document: a node for each value and key, in document order.
extension JSONDocument {
  /// The offset of a node's first byte.
  func start(of node: Int) -> Int { unsafe Int(nodes[2 &* node]) }

  /// The node after this one and its descendants.
  func next(after node: Int) -> Int { unsafe Int(nodes[2 &* node &+ 1]) }

  /// Whether the candidate for a container's next node is still inside it.
  func holds(_ node: Int, in container: Int) -> Bool { node < next(after: container) }

  /// The node of an object's first value with this key.
  @inline(__always) func value(of key: UnsafeBufferPointer<UInt8>, in object: Int) -> Int? {
    let end = next(after: object)
    var node = object &+ 1
    while node < end {
      if unsafe isText(start(of: node) &+ 1, key) { return node &+ 1 }
      node = next(after: node &+ 1)
    }
    return nil
  }

  /// The node of an array's first object that has this text as the value of a key.
  func element(
    where key: UnsafeBufferPointer<UInt8>, is text: UnsafeBufferPointer<UInt8>, in array: Int
  ) -> Int? {
    let end = next(after: array)
    var node = array + 1
    while node < end {
      if unsafe bytes[start(of: node)] == UInt8(ascii: "{"),
        let value = unsafe value(of: key, in: node), unsafe bytes[start(of: value)] == UInt8(ascii: "\""),
        unsafe isText(start(of: value) + 1, text)
      {
        return node
      }
      node = next(after: node)
    }
    return nil
  }

  /// Whether the string whose characters begin at an offset has this text.
  ///
  /// Most strings differ in the first byte, so few instructions come before that. Offsets of at most
  /// 4 GiB cannot overflow.
  @inline(__always) private func isText(_ offset: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < wanted.count {
      let byte = unsafe bytes[offset &+ index]
      if unsafe byte != wanted[index] || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return unsafe byte == UInt8(ascii: "\\") && isEscaped(offset - 1, wanted)
      }
      index &+= 1
    }
    return unsafe bytes[offset &+ index] == UInt8(ascii: "\"")
  }

  /// Whether the string at an offset has this text once its escapes are resolved.
  private func isEscaped(_ offset: Int, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = unsafe JSONScanner(bytes, offset: offset)
    return unsafe scanner.readUncheckedString().utf8.elementsEqual(wanted)
  }
}

/// Builds the index of a valid text; the caller owns the memory.
func indexNodes(of text: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<UInt32> {
  // Enough for prose; grows for texts with many short values.
  var room = text.count / 8 + 16
  var nodes = UnsafeMutablePointer<UInt32>.allocate(capacity: room)
  // The number of entries so far, and the innermost open container.
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
      // Holds the enclosing container until this one is closed.
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
