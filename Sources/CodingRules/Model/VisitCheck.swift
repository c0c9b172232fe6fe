/// A check on the combination of codes of one visit.
public struct VisitCheck: Sendable {
  /// The severity.
  public enum Severity: String, CaseIterable, Sendable {
    /// The claim is wrong.
    case error
    /// The claim is likely wrong, or likely to be denied.
    case warning
    /// Something worth knowing.
    case note
  }

  /// The id.
  public let id: String
  /// The severity.
  public let severity: Severity
  /// The codes that trigger the check.
  package let codes: CodeCombination
  /// The maximum number of days until surgery, if the check depends on it.
  package let daysBeforeSurgery: Int?
  /// The statement it makes.
  public let statement: Statement
  /// The view of sources that disagree.
  package let other: Statement?
  /// Sets of visit lines, each with its expected outcome.
  let examples: [CheckExample<ExamplePart>]

  /// One word of an example.
  enum ExamplePart: Sendable {
    case line(code: String, units: Int)
    case device
    case surgery(inDays: Int)

    /// Parses `D0801`, `21085x2`, `device` or `surgery+10`.
    init?(_ text: String) {
      let parts = text.split(separator: "x").map(String.init)
      if text == "device" {
        self = .device
      } else if text.hasPrefix("surgery+"), let days = Int(text.dropFirst(8)) {
        self = .surgery(inDays: days)
      } else if let code = parts.first, CodeRange.isCode(code),
        let units = Int(parts.dropFirst().first ?? "1")
      {
        self = .line(code: code, units: units)
      } else {
        return nil
      }
    }

    var codes: [String] { if case .line(let code, _) = self { [code] } else { [] } }
    var units: Int { if case .line(_, let units) = self { units } else { 0 } }
    var daysBeforeSurgery: Int? { if case .surgery(let days) = self { days } else { nil } }
  }
}

/// Codes that trigger a check if a visit has them together.
package struct CodeCombination: Sendable {
  /// The lists of groups, of which one is enough: all groups of a list must have lines of their own.
  package let together: [[CodeGroup]]
  /// The groups that must not have a line.
  package var without: [CodeGroup] = []
  /// The number of units that the first group must exceed, if any.
  package var moreThan: Int?

  /// All groups.
  package var groups: [CodeGroup] { together.flatMap(\.self) + without }
}

/// Lines in shorthand and the expected outcome of a check on them.
struct CheckExample<Line: Sendable>: Sendable {
  /// The lines as written in the file.
  let text: String
  /// The lines.
  let lines: [Line]
  /// The expected severity, or `silent` if the check does not apply.
  let outcome: String
}

/// Alternative codes, written `D0801|D0364-D0368`; `device` means a device that includes work.
package struct CodeGroup: Hashable, Sendable, CustomStringConvertible {
  /// The codes and ranges.
  package let ranges: [CodeRange]
  /// Whether a device counts too.
  package let includesDevices: Bool
  /// The group as written in rule files.
  package let description: String

  /// Parses a group; nil if a part is neither a code nor a range nor `device`.
  package init?(_ text: String) {
    let parts = text.parts(separatedBy: "|")
    let codes = parts.filter { $0 != "device" }
    ranges = codes.compactMap { CodeRange($0) }
    guard ranges.count == codes.count else { return nil }
    includesDevices = codes.count < parts.count
    description = text
  }

  /// Whether the group includes one of the codes; a range to choose from is matched by its ends.
  package func contains(_ codes: [String]) -> Bool {
    for range in ranges {
      for code in codes where range.contains(code) { return true }
    }
    return false
  }
}
