import StrictJSON

/// An object whose keys were looked at.
struct WrittenObject {
  let written: Written
  /// The shared entry that its `use` names: it has the keys that are absent here, and the beginnings of lists.
  var shared: Written?

  /// The value of a key; nil when the key is absent.
  func optional(_ key: StaticString) -> Written? { written[key] ?? shared?[key] }

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

  /// A whole number from 1 that must be there.
  func count(_ key: StaticString) -> Int { required(key)?.count ?? 1 }

  /// One of some words that must be there; another where it is not.
  func choice<Choice: CaseIterable & RawRepresentable>(_ key: StaticString, or other: Choice) -> Choice
  where Choice.RawValue == String { required(key)?.choice(Choice.self) ?? other }

  /// The values of a list; none when the key is absent.
  func list(_ key: StaticString) -> WrittenList {
    guard let own = written[key] else { return shared?[key]?.list ?? none }
    return shared?[key].map { $0.list.followed(by: own.list) } ?? own.list
  }

  /// The keys and values of an object whose keys the rules name; none when the key is absent.
  func entries(_ key: StaticString) -> [(key: String, value: Written)] { optional(key)?.entries ?? [] }

  /// The values of a list that must be there.
  func requiredList(_ key: StaticString) -> WrittenList { required(key)?.list ?? none }

  /// No values, for an object is no list.
  private var none: WrittenList { WrittenList(values: written.value.list, file: written.file) }

  /// A list of texts; empty when the key is absent.
  func texts(_ key: StaticString) -> [String] { list(key).map(\.text) }

  /// The days between the keys `from` and `through`, or others that mean the same.
  func period(from first: StaticString = "from", through last: StaticString = "through") -> Period {
    let (since, until) = (optional(first)?.day ?? nil, optional(last)?.day ?? nil)
    if let since, let until, until < since {
      optional(last)?.fault(.badValue("\(until)", expected: "a day not before '\(first)'"))
    }
    return Period(from: since, through: until)
  }
}

/// The values of a list, each found when it is asked for.
struct WrittenList: Sequence, IteratorProtocol {
  private var values: JSONValue.List
  private var file: Written.File
  /// The values that follow those of the list.
  private var following: (values: JSONValue.List, file: Written.File)?

  init(values: JSONValue.List, file: Written.File) {
    (self.values, self.file) = (values, file)
  }

  /// The values, then those of another list.
  func followed(by other: WrittenList) -> WrittenList {
    var list = self
    list.following = (other.values, other.file)
    return list
  }

  /// Whether no value is left.
  var isEmpty: Bool {
    var rest = self
    return rest.next() == nil
  }

  mutating func next() -> Written? {
    if let value = values.next() { return Written(value: value, file: file) }
    guard let following else { return nil }
    (values, file, self.following) = (following.values, following.file, nil)
    return next()
  }
}
