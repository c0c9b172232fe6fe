import StrictJSON

/// An object whose keys have been checked.
struct WrittenObject {
  let written: Written
  /// The shared entry its `use` refers to, which supplies absent keys and the beginnings of lists.
  var shared: Written?

  /// Returns the value for a key; nil if absent.
  func optional(_ key: StaticString) -> Written? { written[key] ?? shared?[key] }

  /// Returns the value for a key; nil if absent or `null`.
  func known(_ key: StaticString) -> Written? { optional(key).flatMap { $0.value.kind == .null ? nil : $0 } }

  /// Returns the value for a required key.
  func required(_ key: StaticString) -> Written? {
    let value = optional(key)
    if value == nil { written.fault(.keyMissing("\(key)")) }
    return value
  }

  /// Returns a required text.
  func text(_ key: StaticString) -> String { required(key)?.text ?? "" }

  /// Returns a required name.
  func name(_ key: StaticString) -> String { required(key)?.name ?? "" }

  /// Whether a key has the value `true`; false if absent.
  func flag(_ key: StaticString) -> Bool { optional(key)?.flag ?? false }

  /// Returns a required whole number, from 1.
  func count(_ key: StaticString) -> Int { required(key)?.count ?? 1 }

  /// Returns a required choice; `other` if it is missing or invalid.
  func choice<Choice: CaseIterable & RawRepresentable>(_ key: StaticString, or other: Choice) -> Choice
  where Choice.RawValue == String { required(key)?.choice(Choice.self) ?? other }

  /// Returns the values of a list; empty if the key is absent.
  func list(_ key: StaticString) -> WrittenList {
    guard let own = written[key] else { return shared?[key]?.list ?? none }
    return shared?[key].map { $0.list.followed(by: own.list) } ?? own.list
  }

  /// Returns the members of an object whose keys the rules choose; empty if the key is absent.
  func entries(_ key: StaticString) -> [(key: String, value: Written)] { optional(key)?.entries ?? [] }

  /// Returns the values of a required list.
  func requiredList(_ key: StaticString) -> WrittenList { required(key)?.list ?? none }

  /// No values, since an object has no list elements.
  private var none: WrittenList { WrittenList(values: written.value.list, file: written.file) }

  /// Returns a list of texts; empty if the key is absent.
  func texts(_ key: StaticString) -> [String] { list(key).map(\.text) }

  /// Returns the period given by the keys `from` and `through`, or by equivalent keys.
  func period(from first: StaticString = "from", through last: StaticString = "through") -> Period {
    let (since, until) = (optional(first)?.day ?? nil, optional(last)?.day ?? nil)
    if let since, let until, until < since {
      optional(last)?.fault(.badValue("\(until)", expected: "a day not before '\(first)'"))
    }
    return Period(from: since, through: until)
  }
}

/// The values of a list, found lazily.
struct WrittenList: Sequence, IteratorProtocol {
  private var values: JSONValue.List
  private var file: Written.File
  /// The values of the list appended to this one.
  private var following: (values: JSONValue.List, file: Written.File)?

  init(values: JSONValue.List, file: Written.File) {
    (self.values, self.file) = (values, file)
  }

  /// Returns the list with another one appended.
  func followed(by other: WrittenList) -> WrittenList {
    var list = self
    list.following = (other.values, other.file)
    return list
  }

  /// Whether no values are left.
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
