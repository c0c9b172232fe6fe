/// A value in a JSON document.
package struct JSONValue {
  /// The type of a JSON value.
  package enum Kind: String, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number.
    case number
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object
  }

  /// A key and its value.
  package struct Member {
    /// The key as a string value.
    package let name: JSONValue
    /// The value after the colon.
    package let value: JSONValue

    /// The key with escapes decoded.
    package var key: String { name.unescaped }
  }

  let document: JSONDocument
  let index: Int

  /// The offset of the value in bytes, from 0.
  package var offset: Int { document.start(of: index) }

  private var text: UnsafeBufferPointer<UInt8> {
    var scanner = unsafe JSONScanner(document.bytes, offset: offset)
    scanner.skipUncheckedValue()
    return unsafe UnsafeBufferPointer(rebasing: document.bytes[offset..<scanner.offset])
  }

  /// The value as written in the text.
  package var bytes: [UInt8] { unsafe Array(text) }

  /// The type of the value.
  package var kind: Kind {
    switch unsafe document.bytes[offset] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// The decoded text of a string; nil for other kinds.
  package var string: String? { kind == .string ? unescaped : nil }

  private var unescaped: String {
    var scanner = unsafe JSONScanner(document.bytes, offset: offset)
    return scanner.readUncheckedString()
  }

  /// True or false; nil for other kinds.
  package var boolean: Bool? { unsafe kind == .boolean ? text.first == UInt8(ascii: "t") : nil }

  /// The value of an integer that fits in `Int`; nil for other numbers and other kinds.
  package var integer: Int? { unsafe kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil }

  // MARK: Elements and members

  /// A lazy sequence of an array's values; empty for other kinds.
  package struct List: Sequence, IteratorProtocol {
    fileprivate let array: JSONValue
    /// The node of the previous value; initially that of the array itself.
    fileprivate var last: Int

    /// The next value; nil after the last.
    package mutating func next() -> JSONValue? {
      guard array.kind == .array else { return nil }
      let node = last == array.index ? last + 1 : array.document.next(after: last)
      guard let value = array.held(at: node) else { return nil }
      last = node
      return value
    }
  }

  /// The values of an array as a lazy sequence; empty for other kinds.
  package var list: List { List(array: self, last: index) }

  /// The values of an array, in order; nil for other kinds.
  package var elements: [JSONValue]? { kind == .array ? Array(list) : nil }

  /// The members of an object, in order; nil for other kinds.
  package var members: [Member]? {
    guard kind == .object else { return nil }
    var members: [Member] = []
    var node = index + 1
    while let name = held(at: node), let value = held(at: node + 1) {
      members.append(Member(name: name, value: value))
      node = document.next(after: value.index)
    }
    return members
  }

  /// The value of an object's first member with this key; nil if there is none or for other kinds.
  ///
  /// Later members are not scanned.
  package subscript(key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { unsafe value(of: $0) }
  }

  /// The same for a literal key, at lower cost.
  package subscript(key: StaticString) -> JSONValue? {
    unsafe value(of: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  /// The first object of an array that has this text as the value of a key; nil for other kinds.
  ///
  /// Linear in the bytes before it.
  package func first(where key: StaticString, is text: String) -> JSONValue? {
    guard kind == .array else { return nil }
    let key = unsafe UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var text = text
    let node = text.withUTF8 { unsafe document.element(where: key, is: $0, in: index) }
    return node.map { JSONValue(document: document, index: $0) }
  }

  private func value(of key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard unsafe document.bytes[offset] == UInt8(ascii: "{") else { return nil }
    return unsafe document.value(of: key, in: index).map { JSONValue(document: document, index: $0) }
  }

  /// The last member of an object that begins at or before a byte offset of the text.
  package func member(containing offset: Int) -> Member? {
    guard kind == .object else { return nil }
    var (found, next): (Member?, Int) = (nil, index + 1)
    while let name = held(at: next), name.offset <= offset, let value = held(at: next + 1) {
      found = Member(name: name, value: value)
      next = document.next(after: value.index)
    }
    return found
  }

  /// The value or key at an index node, if it is inside this container.
  fileprivate func held(at node: Int) -> JSONValue? {
    document.holds(node, in: index) ? JSONValue(document: document, index: node) : nil
  }

  /// The path of the value in its document, such as `questions[1].answers[0]`; empty for the root.
  package var path: String {
    var path = ""
    var container = document.root
    while true {
      if let elements = container.elements {
        guard let element = elements.lastIndex(where: { $0.index <= index }) else { return path }
        path += "[\(element)]"
        container = elements[element]
      } else {
        guard let member = container.members?.last(where: { $0.name.index <= index }) else { return path }
        path += (path.isEmpty ? "" : ".") + member.key
        container = member.value
      }
    }
  }
}
