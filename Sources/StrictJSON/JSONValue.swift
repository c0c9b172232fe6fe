/// One value of a document, read where it stands.
public struct JSONValue {
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
  public struct Member {
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
  public var offset: Int { document.index.start(of: index) }

  private var text: UnsafeBufferPointer<UInt8> {
    var scanner = JSONScanner(document.bytes, offset: offset)
    scanner.skipKnownValue()
    return UnsafeBufferPointer(rebasing: document.bytes[offset..<scanner.offset])
  }

  /// How many bytes the value takes in the text.
  package var byteCount: Int { text.count }

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
  public var string: String? {
    guard kind == .string else { return nil }
    var scanner = JSONScanner(document.bytes, offset: offset)
    return scanner.takeKnownString()
  }

  /// True or false; nil for other kinds.
  public var boolean: Bool? { kind == .boolean ? text.first == UInt8(ascii: "t") : nil }

  /// A whole number that fits; nil for other numbers and other kinds.
  public var integer: Int? { kind == .number ? Int(String(decoding: text, as: UTF8.self)) : nil }

  // MARK: What it holds

  /// The values of an array one by one, each found when it is asked for; none for other kinds.
  public struct List: Sequence, IteratorProtocol {
    fileprivate let array: JSONValue
    /// The place of the value before; at first that of the array itself.
    fileprivate var last: Int

    /// The next value; nil behind the last one.
    public mutating func next() -> JSONValue? {
      guard array.kind == .array else { return nil }
      let place = last == array.index ? last + 1 : array.document.index.next(after: last)
      guard let value = array.held(at: place) else { return nil }
      last = place
      return value
    }
  }

  /// The values of an array one by one; none for other kinds.
  public var list: List { List(array: self, last: index) }

  /// The values of an array, in order; nil for other kinds.
  public var elements: [JSONValue]? { kind == .array ? Array(list) : nil }

  /// The members of an object, in order; nil for other kinds.
  public var members: [Member]? {
    guard kind == .object else { return nil }
    var members: [Member] = []
    var place = index + 1
    while let name = held(at: place), let value = held(at: place + 1) {
      members.append(Member(name: name, value: value))
      place = document.index.next(after: value.index)
    }
    return members
  }

  /// The value of an object's first member with this key; nil when there is none, and for other kinds.
  ///
  /// Of the members behind it nothing is read.
  public subscript(key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { value(of: $0) }
  }

  /// The same for a key that the program itself names, at less cost.
  public subscript(key: StaticString) -> JSONValue? {
    value(of: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
  }

  private func value(of key: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    guard kind == .object else { return nil }
    return document.index.value(of: key, in: index).map { JSONValue(document: document, index: $0) }
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

  /// The value or key at a place of the index, if it lies within this container.
  fileprivate func held(at place: Int) -> JSONValue? {
    document.index.holds(place, in: index) ? JSONValue(document: document, index: place) : nil
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
