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

  let document: JSONDocument
  let start: Int

  /// Where the value begins, counted in bytes from 0.
  public var offset: Int { start }

  /// The value's bytes as they stand in the text.
  public var bytes: [UInt8] { Array(text) }

  private var text: UnsafeBufferPointer<UInt8> {
    var scanner = JSONScanner(document.bytes, offset: start)
    scanner.skipValue()
    return UnsafeBufferPointer(rebasing: document.bytes[start..<scanner.offset])
  }

  /// What kind of value it is.
  public var kind: Kind {
    switch document.bytes[start] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// The text of a string with its escapes resolved; nil for other kinds.
  public var string: String? {
    kind == .string ? jsonText(text) : nil
  }

  /// True or false; nil for other kinds.
  public var boolean: Bool? { kind == .boolean ? document.bytes[start] == UInt8(ascii: "t") : nil }

  /// A whole number that fits; nil for other numbers and other kinds.
  public var integer: Int? { kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil }

  /// The values of an array, in order; nil for other kinds.
  public var elements: [JSONValue]? {
    guard kind == .array else { return nil }
    var elements: [JSONValue] = []
    forEachItem { start, _ in
      elements.append(JSONValue(document: document, start: start))
      return true
    }
    return elements
  }

  /// The members of an object; nil for other kinds. Found in one pass over the object.
  public var object: JSONObject? { kind == .object ? JSONObject(self) : nil }

  /// The value of an object's first member with this key; nil when there is none, and for other kinds.
  ///
  /// Passes over the members before it; for several keys of one object, `object` is cheaper.
  public subscript(key: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var key = key
    var found: JSONValue?
    key.withUTF8 { wanted in
      forEachItem { name, value in
        guard JSONValue(document: document, start: name).isString(wanted) else { return true }
        found = JSONValue(document: document, start: value)
        return false
      }
    }
    return found
  }

  /// Visits the items of an array or object as long as the visitor returns true.
  ///
  /// The visitor is given where the item begins and where its value does: in an array, the same.
  func forEachItem(_ visit: (Int, Int) -> Bool) {
    var scanner = JSONScanner(document.bytes, offset: start)
    let hasKeys = scanner.next == UInt8(ascii: "{")
    scanner.advance()
    scanner.skipBlanks()
    while scanner.next != UInt8(ascii: "}"), scanner.next != UInt8(ascii: "]"), !scanner.isAtEnd {
      let item = scanner.offset
      if hasKeys {
        scanner.skipValue()
        scanner.skipBlanks()
        scanner.advance()
        scanner.skipBlanks()
      }
      guard visit(item, scanner.offset) else { return }
      scanner.skipValue()
      scanner.skipBlanks()
      if scanner.next == UInt8(ascii: ",") {
        scanner.advance()
        scanner.skipBlanks()
      }
    }
  }

  /// Whether it is a string with this text.
  func isString(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = document.bytes
    for place in text.indices {
      let found = bytes[start + 1 + place]
      if found == UInt8(ascii: "\\") { return string?.utf8.elementsEqual(text) ?? false }
      if found != text[place] { return false }
    }
    return bytes[start + 1 + text.count] == UInt8(ascii: "\"")
  }

  /// The place of the value in its document, as `questions[1].answers[0]`; empty for the whole.
  public var path: String {
    var path = ""
    var container = document.root
    while container.start != start {
      if let elements = container.elements {
        guard let place = elements.lastIndex(where: { $0.start <= start }) else { return path }
        path += "[\(place)]"
        container = elements[place]
      } else {
        guard let member = container.object?.members.last(where: { $0.name.start <= start }) else { return path }
        path += (path.isEmpty ? "" : ".") + member.key
        if member.name.start == start { return path }
        container = member.value
      }
    }
    return path
  }
}
