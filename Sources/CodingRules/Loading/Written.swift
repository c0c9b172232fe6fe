import StrictJSON

/// A value as the author of a rule file wrote it.
///
/// Whatever is missing is reported to the log and replaced by a placeholder: a book with an
/// error is never returned, so a placeholder never leaves the loader.
struct Written {
  /// The file that holds the value, and where its faults are reported.
  final class File {
    let path: String
    let log: FindingLog
    /// Whether the file is part of the program and so was checked before it was built.
    let isChecked: Bool

    init(path: String, log: FindingLog, isChecked: Bool) {
      self.path = path
      self.log = log
      self.isChecked = isChecked
    }
  }

  /// How many entries a list has at most, since some checks compare each with each.
  static let maxEntries = 5_000

  let value: JSONValue
  let file: File

  /// Reports what is wrong; the finding is made only if it is kept.
  func fault(_ kind: @autoclosure () -> Finding.Kind) { fault(kind(), at: value) }

  /// A finding about the value.
  func finding(_ kind: Finding.Kind) -> Finding {
    Finding(kind, file: file.path, path: value.path, offset: value.offset)
  }

  private func fault(_ kind: @autoclosure () -> Finding.Kind, at value: JSONValue) {
    file.log.add(Finding(kind(), file: file.path, path: value.path, offset: value.offset))
  }

  /// The value of a key, without a look at the others; nil when it is not there.
  subscript(key: StaticString) -> Written? { value[key].map { Written(value: $0, file: file) } }

  /// The value of a key that the rules name; nil when it is not there.
  func member(_ key: String) -> Written? { value[key].map { Written(value: $0, file: file) } }

  /// The first object of a list that has a text under a key; nil when there is none.
  func first(where key: StaticString, is text: String) -> Written? {
    value.first(where: key, is: text).map { Written(value: $0, file: file) }
  }

  /// The value as an object, whatever its keys; without members when it is none.
  var unchecked: WrittenObject { WrittenObject(written: self) }

  /// The keys and values of an object whose keys the rules name; none, with a report, when it is no object.
  var entries: [(key: String, value: Written)] {
    if !isObject { wrongType(expected: "an object") }
    return (value.members ?? []).map { ($0.key, Written(value: $0.value, file: file)) }
  }

  /// Whether the value is an object.
  var isObject: Bool { value.kind == .object }

  /// Whether the value is a list without elements.
  var isEmptyList: Bool { value.elements?.isEmpty == true }

  /// The value as a string; nil, without a report, when it is none.
  var textIfAny: String? { value.string }

  /// The value as an object with these keys and no others.
  func object(_ keys: @autoclosure () -> [String]) -> WrittenObject {
    if !file.isChecked { check(keys()) }
    return unchecked
  }

  private func check(_ keys: [String]) {
    if value.kind != .object { wrongType(expected: "an object") }
    var seen: Set<String> = []
    for member in value.members ?? [] {
      let key = member.key
      if !keys.contains(key) {
        fault(.keyUnknown(key, suggestion: nearestName(to: key, among: keys)), at: member.name)
      } else if !seen.insert(key).inserted {
        fault(.keyRepeated(key), at: member.name)
      }
    }
  }

  /// The values of a list; none, with a report, when it is no list.
  var list: WrittenList {
    if value.kind != .array { wrongType(expected: "a list") }
    if !file.isChecked, value.list.dropFirst(Self.maxEntries).contains(where: { _ in true }) {
      fault(.tooMany("entries", max: Self.maxEntries))
    }
    return WrittenList(values: value.list, file: file)
  }

  /// A text that is not empty and has no control characters.
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
    if isFormula(text) { fault(.badValue(text, expected: "a text that no spreadsheet takes for a formula")) }
    return text
  }

  /// A name in lower case, its words joined by hyphens.
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

  /// One of the raw values of a type.
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

  /// Reports that the value is of another kind.
  func wrongType(expected: String) {
    fault(.wrongType(expected: expected, found: "\(value.kind.article) \(value.kind.rawValue)"))
  }
}

extension JSONValue.Kind {
  fileprivate var article: String { self == .array || self == .object ? "an" : "a" }
}

private func isLowerCaseLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}
