import StrictJSON

/// A JSON value as the author of a rule file wrote it.
///
/// A missing or invalid value is logged and replaced by a placeholder. A book with an error is
/// never returned, so no placeholder leaves the loader.
struct Written {
  /// The file of a value, with the log for its faults.
  final class File {
    let path: String
    let log: FindingLog
    /// Whether the file is embedded, so that it was checked before the build.
    let isChecked: Bool

    init(path: String, log: FindingLog, isChecked: Bool) {
      self.path = path
      self.log = log
      self.isChecked = isChecked
    }
  }

  /// The maximum number of entries in a list, since some checks compare all pairs.
  static let maxEntries = 5_000

  let value: JSONValue
  let file: File

  /// Logs a fault; the finding is created only if the log keeps it.
  func fault(_ problem: @autoclosure () -> Finding.Problem) { fault(problem(), at: value) }

  /// Returns a finding about the value.
  func finding(_ problem: Finding.Problem) -> Finding {
    Finding(problem, file: file.path, path: value.path, offset: value.offset)
  }

  private func fault(_ problem: @autoclosure () -> Finding.Problem, at value: JSONValue) {
    file.log.add(Finding(problem(), file: file.path, path: value.path, offset: value.offset))
  }

  /// The value for a key; nil if absent. Other keys are not checked.
  subscript(key: StaticString) -> Written? { value[key].map { Written(value: $0, file: file) } }

  /// Returns the value for a key chosen by the rules; nil if absent.
  func member(_ key: String) -> Written? { value[key].map { Written(value: $0, file: file) } }

  /// Returns the first object of a list with a given text under a key; nil if there is none.
  func first(where key: StaticString, is text: String) -> Written? {
    value.first(where: key, is: text).map { Written(value: $0, file: file) }
  }

  /// The value as an object with any keys; empty if it is not an object.
  var unchecked: WrittenObject { WrittenObject(written: self) }

  /// The members of an object whose keys the rules choose; empty, and logged, if not an object.
  var entries: [(key: String, value: Written)] {
    if !file.isChecked { check(nil) }
    return (value.members ?? []).map { ($0.key, Written(value: $0.value, file: file)) }
  }

  /// Whether the value is an object.
  var isObject: Bool { value.kind == .object }

  /// Whether the value is a list without elements.
  var isEmptyList: Bool { value.elements?.isEmpty == true }

  /// The value as a string; nil, without a fault, if it is not one.
  var textIfAny: String? { value.string }

  /// Returns the value as an object with only these keys.
  func object(_ keys: @autoclosure () -> [String]) -> WrittenObject {
    if !file.isChecked { check(keys()) }
    return unchecked
  }

  /// Logs repeated keys, and unknown ones unless any key is allowed.
  private func check(_ keys: [String]?) {
    if value.kind != .object { wrongType(expected: "an object") }
    var seen: Set<String> = []
    for member in value.members ?? [] {
      let key = member.key
      if let keys, !keys.contains(key) {
        fault(.keyUnknown(key, suggestion: nearestName(to: key, among: keys)), at: member.name)
      } else if !seen.insert(key).inserted {
        fault("duplicate key '\(excerpt(key))'", at: member.name)
      }
    }
  }

  /// The values of a list; empty, and logged, if not a list.
  var list: WrittenList {
    if value.kind != .array { wrongType(expected: "a list") }
    if !file.isChecked, value.list.dropFirst(Self.maxEntries).contains(where: { _ in true }) {
      fault(.tooMany("entries", max: Self.maxEntries))
    }
    return WrittenList(values: value.list, file: file)
  }

  /// A nonempty text without control characters.
  var text: String {
    guard let text = value.string else {
      wrongType(expected: "a text")
      return ""
    }
    if file.isChecked { return text }
    if text.isEmpty { fault(.badValue(text, expected: "a text that is not empty")) }
    if text.unicodeScalars.contains(where: { $0.isControl || $0.isBidirectionalControl }) {
      fault(.badValue(text, expected: "a text without control characters"))
    }
    if isFormula(text) {
      fault(.badValue(text, expected: "a text that a spreadsheet would not read as a formula"))
    }
    return text
  }

  /// A lowercase name, its words joined by hyphens.
  var name: String {
    let text = text
    if file.isChecked { return text }
    let isName =
      text.utf8.first.map(isLowerCaseLetter) != false
      && text.utf8.last != UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        isLowerCaseLetter($0) || $0 == UInt8(ascii: "-")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
    if !isName { fault(.badValue(text, expected: "a name in lower case, its words joined by hyphens")) }
    return text
  }

  var flag: Bool {
    if value.boolean == nil { wrongType(expected: "true or false") }
    return value.boolean ?? false
  }

  /// A whole number from 1 to 999.
  var count: Int {
    guard let number = value.integer, (1...999).contains(number) else {
      fault(.badValue(shown, expected: "a whole number from 1 to 999"))
      return 1
    }
    return number
  }

  /// Returns the case of a type with the value as its raw value.
  func choice<Choice: CaseIterable & RawRepresentable>(_ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    let text = text
    let choice = Choice(rawValue: text)
    if choice == nil {
      let choices = Choice.allCases.map { "'\($0.rawValue)'" }
      fault(.badValue(text, expected: "one of \(choices.joined(separator: ", "))"))
    }
    return choice
  }

  private var shown: String { String(decoding: value.bytes.prefix(40), as: UTF8.self) }

  /// Logs that the value has the wrong type.
  func wrongType(expected: String) {
    fault("expected \(expected), found \(value.kind.article) \(value.kind.rawValue)")
  }
}

extension JSONValue.Kind {
  fileprivate var article: String { self == .array || self == .object ? "an" : "a" }
}

private func isLowerCaseLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}
