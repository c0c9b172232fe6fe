package import StrictJSON

/// A problem in a rule book, with its location and its severity.
public struct Finding: Error, Equatable, Sendable {
  /// The severity.
  public enum Severity: String, Comparable, Sendable {
    /// A problem that makes the book unreliable.
    case error
    /// A problem worth a look.
    case warning

    /// Whether the first is more severe.
    public static func < (first: Self, second: Self) -> Bool { first == .error && second == .warning }
  }

  /// The path of the file, relative to the book's folder.
  public let file: String
  /// The path in the file, such as `questions[1].answers[0].next`; empty for the whole file.
  package let path: String
  /// The severity.
  public let severity: Severity
  /// What is wrong.
  let problem: Problem
  /// The 0-based byte offset of the value; nil if only the path is known.
  let offset: Int?
  /// The 1-based line and column of the value; nil if the file cannot be read.
  package internal(set) var position: TextPosition?

  init(
    _ problem: Problem, file: String, path: String = "", offset: Int? = nil, severity: Severity = .error
  ) {
    self.problem = problem
    self.file = file
    self.path = path
    self.offset = offset
    self.severity = severity
  }
}

/// The reason a rule book could not be loaded: all findings, sorted by file and path.
public struct UnusableRules: Error, Sendable {
  /// The findings; at least one is an error.
  public let findings: [Finding]
}
