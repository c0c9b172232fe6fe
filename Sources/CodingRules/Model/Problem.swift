extension Finding {
  /// What is wrong and what was expected, in one sentence without a capital letter and a period.
  package struct Problem: Error, Equatable, Sendable, ExpressibleByStringInterpolation {
    /// The relation between a problem and files that cannot be read.
    enum Cause: Sendable {
      /// The file cannot be read, so that what it defines is unknown.
      case unreadableFile
      /// A name and its definition do not match, which an unreadable file may explain.
      case names
      /// Anything else.
      case other
    }

    let sentence: String
    let cause: Cause

    init(_ sentence: String, _ cause: Cause) { (self.sentence, self.cause) = (sentence, cause) }

    /// Creates a problem that has nothing to do with other files.
    package init(stringLiteral sentence: String) { self.init(sentence, .other) }
  }
}

/// The problems that are found in several places.
extension Finding.Problem {
  /// A file that the operating system cannot read.
  static func fileUnreadable(reason: String) -> Self { Self("cannot be read: \(reason)", .unreadableFile) }

  /// A required key is missing.
  static func keyMissing(_ key: String) -> Self { "the key '\(excerpt(key))' is missing" }

  /// An unknown key.
  static func keyUnknown(_ key: String, suggestion: String?) -> Self {
    Self("unknown key '\(excerpt(key))'" + hint(suggestion), .other)
  }

  /// An invalid value of the right type.
  static func badValue(_ value: String, expected: String) -> Self {
    "expected \(expected), found '\(excerpt(value))'"
  }

  /// A name that refers to nothing; suggests the nearest known one.
  static func unknown(_ kind: String, _ name: String, among known: some Sequence<String>) -> Self {
    Self("no \(kind) '\(excerpt(name))'" + hint(nearestName(to: name, among: known)), .names)
  }

  /// A repeated name.
  static func nameRepeated(kind: String, name: String) -> Self { "duplicate \(kind) '\(name)'" }

  /// More items of a kind than the limit.
  static func tooMany(_ kind: String, max: Int) -> Self { "more than \(max) \(kind), the maximum" }

  /// An example with an answer its path does not ask for.
  static func exampleUnused(answer: String) -> Self {
    "the example answers '\(excerpt(answer))', which its path does not ask for"
  }
}
