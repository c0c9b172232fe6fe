/// Several services of one visit.
public struct Visit: Sendable {
  /// The size of the largest document that describes a visit, in bytes.
  package static let maxDocumentSize = 1 << 16
  /// How many services such a document has at most.
  package static let maxServices = 100

  /// The date of service.
  public var day: CalendarDay
  /// The date of the surgery that the visit prepares.
  public var surgery: CalendarDay?
  /// The facts that hold for all services, such as the claim type.
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

/// One service of a visit: its topic, and its own answers so far.
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

/// What must hold between the codes of one visit.
public struct VisitCheck: Sendable {
  /// How much it matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// A claim with this is wrong.
    case error
    /// A claim with this is likely wrong, or likely denied.
    case warning
    /// Something to know.
    case note
  }

  /// Its name.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// It speaks up when each group of one of these lists has a line of its own on the visit.
  package let together: [[CodeGroup]]
  /// And none of these groups has one.
  package let without: [CodeGroup]
  /// And the first group counts more units than this, if given.
  package let moreThan: Int?
  /// And surgery follows within so many days, if given.
  package let daysBeforeSurgery: Int?
  /// What it says.
  public let statement: Statement
  /// What other sources say.
  package let other: Statement?
  /// Examples: lines of visits, each set with the expected outcome.
  let examples: [Example]

  /// Lines of a visit, and the expected outcome of a check.
  struct Example: Sendable {
    /// The word for an outcome without a remark.
    static let silence = "silent"

    /// One word of an example.
    enum Part: Sendable {
      case line(code: String, units: Int)
      case device
      case surgery(inDays: Int)

      /// Reads `D0801`, `21085x2`, `device` or `surgery+10`.
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

    /// The lines as they are written.
    let text: String
    /// The lines.
    let lines: [Part]
    /// The severity, or the word for silence.
    let outcome: String
  }
}

/// Codes of which one is enough, written `D0801|D0364-D0368`; `device` means a device that work belongs to.
package struct CodeGroup: Hashable, Sendable, CustomStringConvertible {
  /// The codes and ranges.
  package let ranges: [CodeRange]
  /// Whether a device counts too.
  package let includesDevices: Bool
  /// The group as it is written.
  package let description: String

  /// Reads a group; nil when a part of it is neither a code nor a range nor `device`.
  package init?(_ text: String) {
    let parts = text.parts(separatedBy: "|")
    let codes = parts.filter { $0 != "device" }
    ranges = codes.compactMap { CodeRange($0) }
    guard ranges.count == codes.count else { return nil }
    includesDevices = codes.count < parts.count
    description = text
  }

  /// Whether one of the codes is in the group; a range of codes to choose from counts by its ends.
  package func contains(_ codes: [String]) -> Bool {
    for range in ranges {
      for code in codes where range.contains(code) { return true }
    }
    return false
  }
}

/// A worked visit, as teachers and tests use it.
package struct WorkedCase: Sendable {
  /// What one way of billing the case must give.
  package struct Variant: Sendable {
    /// The visit with all its answers.
    package let visit: Visit
    /// The procedures to report in short, in order.
    package let report: [String]
    /// The devices that the work belongs to, by id.
    package let includedIn: [String]
    /// The ids of the checks that must apply, in the order of the file.
    package let checks: [String]
  }

  /// Its name.
  package let id: String
  /// What it is about.
  package let title: String
  /// What happened.
  package let story: String
  /// Where it is taken from.
  package let sources: [Source]
  /// The ways of billing it.
  package let variants: [Variant]
  /// The code table of the source, line by line.
  package let table: [String]
  /// Where the advice differs from the table, and why.
  package let differences: [Difference]

  /// One point in which the advice differs from its source.
  package struct Difference: Sendable {
    /// What differs.
    package let about: String
    /// Why.
    package let statement: Statement
  }
}
