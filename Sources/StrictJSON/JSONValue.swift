/// One value of a document, read where it stands.
public struct JSONValue: Sendable {
  /// What kinds of value there are.
  public enum Kind: String, Sendable {
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
  public struct Member: Sendable {
    /// The key, escapes resolved.
    public let key: String
    /// Where the key begins, counted in bytes from 0.
    public let keyOffset: Int
    /// What stands behind the colon.
    public let value: JSONValue
  }

  let document: JSONDocument
  let index: Int

  private var node: JSONDocument.Node { document.nodes[index] }

  /// Where the value begins, counted in bytes from 0.
  public var offset: Int { node.start }

  /// What kind of value it is.
  public var kind: Kind {
    switch node.kind {
    case .null: .null
    case .true, .false: .boolean
    case .number: .number
    case .string, .escapedString: .string
    case .array: .array
    case .object: .object
    }
  }

  /// The text of a string with its escapes resolved; nil for other kinds.
  public var string: String? {
    switch node.kind {
    case .string:
      String(decoding: document.bytes[(node.start + 1)..<(node.end - 1)], as: UTF8.self)
    case .escapedString:
      unescaped(document.bytes[(node.start + 1)..<(node.end - 1)])
    default: nil
    }
  }

  /// True or false; nil for other kinds.
  public var boolean: Bool? {
    switch node.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// A whole number that fits; nil for other numbers and other kinds.
  public var integer: Int? {
    guard node.kind == .number else { return nil }
    return Int(String(decoding: document.bytes[node.start..<node.end], as: UTF8.self))
  }

  /// The value's bytes as they stand in the text.
  public var bytes: ArraySlice<UInt8> { document.bytes[node.start..<node.end] }

  /// The values of an array, in order; nil for other kinds.
  public var elements: [JSONValue]? {
    guard node.kind == .array else { return nil }
    var elements: [JSONValue] = []
    var child = index + 1
    while child < node.next {
      elements.append(JSONValue(document: document, index: child))
      child = document.nodes[child].next
    }
    return elements
  }

  /// The members of an object, in order; nil for other kinds.
  public var members: [Member]? {
    guard node.kind == .object else { return nil }
    var members: [Member] = []
    var child = index + 1
    while child < node.next {
      let key = JSONValue(document: document, index: child)
      let value = JSONValue(document: document, index: child + 1)
      members.append(Member(key: key.string ?? "", keyOffset: key.offset, value: value))
      child = value.node.next
    }
    return members
  }

  /// The value of an object's first member with this key; nil when there is none, and for other kinds.
  public subscript(key: String) -> JSONValue? {
    guard node.kind == .object else { return nil }
    var child = index + 1
    while child < node.next {
      let value = JSONValue(document: document, index: child + 1)
      if JSONValue(document: document, index: child).isString(key) { return value }
      child = value.node.next
    }
    return nil
  }

  private func isString(_ text: String) -> Bool {
    guard node.kind == .string else { return string == text }
    return document.bytes[(node.start + 1)..<(node.end - 1)].elementsEqual(text.utf8)
  }
}

/// Resolves the escapes of a string that the scanner has passed.
private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count)
  var index = bytes.startIndex
  func unit(at start: Int) -> UInt32 {
    bytes[start..<(start + 4)].reduce(0) { $0 << 4 | UInt32(hexDigit($1) ?? 0) }
  }
  while index < bytes.endIndex {
    guard bytes[index] == UInt8(ascii: "\\") else {
      text.append(bytes[index])
      index += 1
      continue
    }
    let escape = bytes[index + 1]
    index += 2
    guard escape == UInt8(ascii: "u") else {
      text.append(plainEscapes[escape] ?? escape)
      continue
    }
    var scalar = unit(at: index)
    index += 4
    if scalar & 0xFC00 == 0xD800 {
      scalar = 0x10000 + (scalar & 0x3FF) << 10 + (unit(at: index + 2) & 0x3FF)
      index += 6
    }
    text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
  }
  return String(decoding: text, as: UTF8.self)
}

/// The escapes that stand for another character than the one they show.
private let plainEscapes: [UInt8: UInt8] = [
  UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
  UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
]
