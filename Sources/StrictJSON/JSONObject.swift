/// The members of an object, found once.
public struct JSONObject: Sendable {
  /// A key and its value.
  public struct Member: Sendable {
    /// The key as a string value.
    public let name: JSONValue
    /// What stands behind the colon.
    public let value: JSONValue

    /// The key, escapes resolved.
    public var key: String { name.string ?? "" }
  }

  private let document: JSONDocument
  private var places: [(name: Int, value: Int)] = []

  init(_ value: JSONValue) {
    document = value.document
    value.forEachItem {
      places.append((name: $0, value: $1))
      return true
    }
  }

  /// The members, in order.
  public var members: [Member] {
    places.map {
      Member(
        name: JSONValue(document: document, start: $0.name),
        value: JSONValue(document: document, start: $0.value))
    }
  }

  /// The value of the first member with this key; nil when there is none.
  public subscript(key: String) -> JSONValue? {
    var key = key
    return key.withUTF8 { wanted in
      for place in places where JSONValue(document: document, start: place.name).isString(wanted) {
        return JSONValue(document: document, start: place.value)
      }
      return nil
    }
  }
}
