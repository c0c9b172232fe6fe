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
    /// The key as a string value.
    public let name: JSONValue
    /// What stands behind the colon.
    public let value: JSONValue

    /// The key, escapes resolved.
    public var key: String { name.string ?? "" }
  }

  let document: JSONDocument
  let index: Int

  /// Where the value begins, counted in bytes from 0.
  public var offset: Int { Int(document.nodes[index].start) }

  /// The index of the value after this one and all that it holds.
  private var next: Int { Int(document.nodes[index].next) }

  private var text: UnsafeBufferPointer<UInt8> {
    let node = document.nodes[index]
    return UnsafeBufferPointer(rebasing: document.bytes[Int(node.start)..<Int(node.end)])
  }

  /// The value's bytes as they stand in the text.
  public var bytes: [UInt8] { Array(text) }

  /// What kind of value it is.
  public var kind: Kind {
    switch document.bytes[offset] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// The text of a string with its escapes resolved; nil for other kinds.
  public var string: String? { kind == .string ? jsonText(text) : nil }

  /// True or false; nil for other kinds.
  public var boolean: Bool? { kind == .boolean ? text.first == UInt8(ascii: "t") : nil }

  /// A whole number that fits; nil for other numbers and other kinds.
  public var integer: Int? { kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil }

  // MARK: What it holds

  /// The values of an array, in order; nil for other kinds.
  public var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    var elements: [JSONValue] = []
    var child = index + 1
    while child < next {
      let element = JSONValue(document: document, index: child)
      elements.append(element)
      child = element.next
    }
    return elements
  }

  /// The members of an object, in order; nil for other kinds.
  public var members: [Member]? {
    guard kind == .object else { return nil }
    var members: [Member] = []
    var child = index + 1
    while child < next {
      let value = JSONValue(document: document, index: child + 1)
      members.append(Member(name: JSONValue(document: document, index: child), value: value))
      child = value.next
    }
    return members
  }

  /// The value of an object's first member with this key; nil when there is none, and for other kinds.
  public subscript(key: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var key = key
    return key.withUTF8 { wanted in
      var child = index + 1
      while child < next {
        if JSONValue(document: document, index: child).isString(wanted) {
          return JSONValue(document: document, index: child + 1)
        }
        child = Int(document.nodes[child + 1].next)
      }
      return nil
    }
  }

  /// Whether it is a string with this text.
  private func isString(_ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = text
    guard text.count == wanted.count + 2 else {
      return text.contains(UInt8(ascii: "\\")) && string?.utf8.elementsEqual(wanted) ?? false
    }
    for place in wanted.indices where text[place + 1] != wanted[place] { return false }
    return !wanted.contains(UInt8(ascii: "\\"))
  }

  /// The place of the value in its document, as `questions[1].answers[0]`; empty for the whole.
  public var path: String {
    var path = ""
    var container = document.root
    while container.index != index {
      if let elements = container.elements {
        guard let place = elements.lastIndex(where: { $0.index <= index }) else { return path }
        path += "[\(place)]"
        container = elements[place]
      } else {
        guard let member = container.members?.last(where: { $0.name.index <= index }) else { return path }
        path += (path.isEmpty ? "" : ".") + member.key
        if member.name.index == index { return path }
        container = member.value
      }
    }
    return path
  }
}
