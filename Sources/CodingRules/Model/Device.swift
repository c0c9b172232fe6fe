/// A device whose procedure contains the working impression or scan.
public struct Device: Hashable, Sendable {
  /// The name by which rules and pipelines know it.
  public let id: String
  /// What people call it.
  public let label: String
  /// Other words people use for it.
  public let also: [String]
  /// The codes of its procedure.
  public let codes: [CodeRange]
  /// What in its making counts as part of it.
  public let reason: Statement
}

/// The codes from one to another, both included.
public struct CodeRange: Hashable, Sendable, CustomStringConvertible {
  /// The first code.
  public let first: String
  /// The last code; the first again for a single code.
  public let last: String

  /// Reads a range `D2710-D2799` or a single code.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = ends.first, let last = ends.last, ends.count <= 2,
      Self.isCode(first), Self.isCode(last), first <= last, first.utf8.first == last.utf8.first
    else { return nil }
    self.first = first
    self.last = last
  }

  /// Whether the code lies within.
  public func contains(_ code: String) -> Bool { first <= code && code <= last }

  /// The range as it is written.
  public var description: String { first == last ? first : "\(first)-\(last)" }

  /// Whether the text has the form of a CDT or CPT code.
  public static func isCode(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "D") ? text.utf8.dropFirst() : text.utf8[...]
    return text.utf8.count == 5 && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
