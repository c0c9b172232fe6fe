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
