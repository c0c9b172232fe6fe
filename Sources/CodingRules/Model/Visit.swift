/// The services of one visit.
public struct Visit: Sendable {
  /// The maximum size of a visit document, in bytes.
  package static let maxDocumentSize = 1 << 16
  /// The maximum number of services in a visit document.
  package static let maxServices = 100

  /// The date of service.
  public var day: CalendarDay
  /// The date of the surgery that the visit prepares for.
  public var surgery: CalendarDay?
  /// The facts common to all services, such as the claim type.
  public var facts: Answers
  /// The services, in order.
  public var services: [Service]

  /// Creates a visit.
  public init(day: CalendarDay, surgery: CalendarDay? = nil, facts: Answers = [:], services: [Service]) {
    self.day = day
    self.surgery = surgery
    self.facts = facts
    self.services = services
  }
}

/// A service of a visit: its topic and its answers so far.
public struct Service: Sendable {
  /// The topic.
  public let topic: Topic
  /// The answers.
  public var answers: Answers

  /// Creates a service.
  public init(topic: Topic, answers: Answers) {
    self.topic = topic
    self.answers = answers
  }
}

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
  /// The lists of groups that trigger the check: all groups of one list must have lines of their own.
  package let together: [[CodeGroup]]
  /// The groups that must not have a line.
  package let without: [CodeGroup]
  /// The number of units that the first group must exceed, if any.
  package let moreThan: Int?
  /// The maximum number of days until surgery, if the check depends on it.
  package let daysBeforeSurgery: Int?
  /// The statement it makes.
  public let statement: Statement
  /// The view of sources that disagree.
  package let other: Statement?
  /// Sets of visit lines, each with its expected outcome.
  let examples: [Example]

  /// Lines of a visit and the check's expected outcome.
  struct Example: Sendable {
    /// The outcome of a check that does not apply.
    static let silence = "silent"

    /// One word of an example.
    enum Part: Sendable {
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

    /// The lines as written in the file.
    let text: String
    /// The lines.
    let lines: [Part]
    /// The expected severity, or `silent`.
    let outcome: String
  }
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

/// A worked visit for teaching and tests.
package struct WorkedCase: Sendable {
  /// The expected advice for one way of billing the case.
  package struct Variant: Sendable {
    /// The visit with all answers.
    package let visit: Visit
    /// The procedures to report, in shorthand and in order.
    package let report: [String]
    /// The ids of the devices that include the work.
    package let includedIn: [String]
    /// The ids of the checks that must apply, in file order.
    package let checks: [String]
  }

  /// The id.
  package let id: String
  /// The title.
  package let title: String
  /// What happened.
  package let story: String
  /// The sources it comes from.
  package let sources: [Source]
  /// The ways of billing it.
  package let variants: [Variant]
  /// The code table of the source, line by line.
  package let table: [String]
  /// The points on which the advice differs from the table, with reasons.
  package let differences: [Difference]

  /// A point on which the advice differs from its source.
  package struct Difference: Sendable {
    /// The point.
    package let about: String
    /// The reason.
    package let statement: Statement
  }
}
