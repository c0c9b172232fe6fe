import StrictJSON

/// An object whose keys were looked at.
struct WrittenObject {
  let written: Written

  /// The keys that are there, in order.
  var keys: [String] { written.value.members?.map(\.key) ?? [] }

  /// The value of a key; nil when the key is absent.
  func optional(_ key: StaticString) -> Written? { written[key] }

  /// The value of a key; nil when the key is absent or its value is `null`.
  func known(_ key: StaticString) -> Written? { optional(key).flatMap { $0.value.kind == .null ? nil : $0 } }

  /// The value of a key that must be there.
  func required(_ key: StaticString) -> Written? {
    let value = optional(key)
    if value == nil { written.fault(.keyMissing("\(key)")) }
    return value
  }

  /// A text that must be there.
  func text(_ key: StaticString) -> String { required(key)?.text ?? "" }

  /// A name that must be there.
  func name(_ key: StaticString) -> String { required(key)?.name ?? "" }

  /// The values of a list; none when the key is absent.
  func list(_ key: StaticString) -> WrittenList { optional(key)?.list ?? none }

  /// The values of a list that must be there.
  func requiredList(_ key: StaticString) -> WrittenList { required(key)?.list ?? none }

  /// No values, for an object is no list.
  private var none: WrittenList { WrittenList(values: written.value.list, file: written.file) }

  /// A list of texts; empty when the key is absent.
  func texts(_ key: StaticString) -> [String] { list(key).map(\.text) }

  /// The dates of service between the keys `from` and `through`.
  var period: Period {
    Period(from: optional("from")?.day ?? nil, through: optional("through")?.day ?? nil)
  }
}

/// The values of a list, each found when it is asked for.
struct WrittenList: Sequence, IteratorProtocol {
  var values: JSONValue.List
  let file: Written.File

  /// Whether no value is left.
  var isEmpty: Bool {
    var rest = values
    return rest.next() == nil
  }

  mutating func next() -> Written? { values.next().map { Written(value: $0, file: file) } }
}
