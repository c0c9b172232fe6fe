/// One value of a document, read in node.
package struct JSONValue {
  /// What kinds of value there are.
  package enum Kind: String, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number.
    case number
    /// A text in quotes.
    case string
    /// A list in square brackets.
    case array
    /// Keys and values in braces.
    case object
  }

  /// A key and its value.
  package struct Member {
    /// The key as a string value.
    package let name: JSONValue
    /// What follows the colon.
    package let value: JSONValue

    /// The key, escapes resolved.
    package var key: String { name.unescaped }
  }

  let document: JSONDocument
  let index: Int

  /// Where the value begins, counted in bytes from 0.
  package var offset: Int { document.index.start(of: index) }

  private var text: UnsafeBufferPointer<UInt8> {
    var scanner = unsafe JSONScanner(document.bytes, offset: offset)
    scanner.skipUncheckedValue()
    return unsafe UnsafeBufferPointer(rebasing: document.bytes[offset..<scanner.offset])
  }

  /// The value's bytes as they are in the text.
  package var bytes: [UInt8] { unsafe Array(text) }

  /// What kind of value it is.
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

  /// The text of a string with its escapes resolved; nil for other kinds.
  package var string: String? { kind == .string ? unescaped : nil }

  private var unescaped: String {
    var scanner = unsafe JSONScanner(document.bytes, offset: offset)
    return scanner.takeUncheckedString()
  }

  /// True or false; nil for other kinds.
  package var boolean: Bool? { unsafe kind == .boolean ? text.first == UInt8(ascii: "t") : nil }

  /// A whole number that fits; nil for other numbers and other kinds.
  package var integer: Int? { unsafe kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil }

  // MARK: What it holds

  /// The values of an array one by one, each found when it is asked for; none for other kinds.
  package struct List: Sequence, IteratorProtocol {
    fileprivate let array: JSONValue
    /// The node of the value before; at first that of the array itself.
    fileprivate var last: Int

    /// The next value; nil after the last one.
    package mutating func next() -> JSONValue? {
      guard array.kind == .array else { return nil }
      let node = last == array.index ? last + 1 : array.document.index.next(after: last)
      guard let value = array.held(at: node) else { return nil }
      last = node
      return value
    }
  }

  /// The values of an array one by one; none for other kinds.
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
      node = document.index.next(after: value.index)
    }
    return members
  }

  /// The value of an object's first member with this key; nil when there is none, and for other kinds.
  ///
  /// The members after it are not read.
  package subscript(key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { unsafe value(of: $0) }
  }

  /// The same for a key that the program itself names, at less cost.
  package subscript(key: StaticString) -> JSONValue? {
    unsafe value(of: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  /// The first object of an array that has this text under this key; nil when there is none, and for other kinds.
  ///
  /// Linear in the bytes before it.
  package func first(where key: StaticString, is text: String) -> JSONValue? {
    guard kind == .array else { return nil }
    let key = unsafe UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    var text = text
    let node = text.withUTF8 { unsafe document.index.element(where: key, is: $0, in: index) }
    return node.map { JSONValue(document: document, index: $0) }
  }

  private func value(of key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard kind == .object else { return nil }
    return unsafe document.index.value(of: key, in: index).map { JSONValue(document: document, index: $0) }
  }

  /// The last member of an object that begins at a byte offset of the text or before; nil when there is none.
  package func member(containing offset: Int) -> Member? {
    guard kind == .object else { return nil }
    var (found, next): (Member?, Int) = (nil, index + 1)
    while let name = held(at: next), name.offset <= offset, let value = held(at: next + 1) {
      found = Member(name: name, value: value)
      next = document.index.next(after: value.index)
    }
    return found
  }

  /// The value or key at a node of the index, if it is within this container.
  fileprivate func held(at node: Int) -> JSONValue? {
    document.index.holds(node, in: index) ? JSONValue(document: document, index: node) : nil
  }

  /// Where the value is in its document, as `questions[1].answers[0]`; empty for the whole.
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
