/// What to report for one service on one date, what not, and why.
public struct Advice: Sendable {
  /// The topic's id.
  public let topic: String
  /// What the topic is about.
  public let title: String
  /// What the advice rests on.
  public let basis: Basis
  /// The questions answered, in order.
  public let steps: [Step]
  /// Answers that were given but not asked for.
  package let unused: [UnusedAnswer]
  /// The lines to report, in the order of the path.
  public let report: [Attributed<Line>]
  /// Codes that would be reported but are not in force on the date.
  public let notInForce: [Attributed<NotInForce>]
  /// Codes that are not separately reportable.
  public let notSeparately: [Attributed<Exclusion>]
  /// Devices that the work belongs to.
  public let includedIn: [Attributed<Inclusion>]
  /// Why there is nothing to report, said outright.
  public let nothing: [Attributed<Statement>]
  /// What else to know or do.
  public let notes: [Attributed<Note>]
  /// Where sources disagree.
  public let dissent: [Attributed<Dissent>]
  /// What to know of the codes to report, in their order.
  package let cards: [CodeCard]
  /// What is known about a later edition that concerns this advice.
  package let announced: [Statement]

  /// The lines to report in short.
  public var reported: [String] { report.map(\.value.procedure.description) }

  /// Whether anything is said: reported, included, not in force, or outright nothing.
  var isConclusive: Bool {
    !(report.isEmpty && notInForce.isEmpty && includedIn.isEmpty && nothing.isEmpty)
  }
}

extension Advice {
  /// The ids of the codes and devices that nobody has confirmed for the edition.
  package var unconfirmed: [String] {
    let codes =
      report.flatMap(\.value.procedure.candidates) + notInForce.map(\.value.service.code)
      + notSeparately.flatMap(\.value.codes)
    let devices = includedIn.map(\.value.device)
    let names =
      codes.filter { !$0.confirmation.isConfirmed }.map(\.id)
      + devices.filter { !$0.confirmation.isConfirmed }.map(\.id)
    return names.uniqued()
  }

  /// What nobody has confirmed for the edition: codes and devices by id, and the sources of statements about payers.
  package var unreviewed: [String] {
    let payers = notes.map(\.value.statement).filter { $0.payerDate?.isConfirmed == false }
    return (unconfirmed + payers.flatMap(\.sources).map(\.id)).uniqued()
  }
}

/// Something that an answer added to the advice.
public struct Attributed<Value> {
  /// What was added.
  public let value: Value
  /// The step that added it, counted from 0.
  public let step: Int
}

extension Attributed: Sendable where Value: Sendable {}

/// What an advice rests on.
public struct Basis: Hashable, Sendable {
  /// The date of service.
  public let day: CalendarDay
  /// The edition of the rules.
  public let edition: Edition

  /// Creates a basis.
  package init(day: CalendarDay, edition: Edition) {
    self.day = day
    self.edition = edition
  }

  /// Whether the rules were reviewed for the date of service.
  public var isReviewed: Bool { edition.isConfirmed && edition.period.contains(day) }
}

/// A service whose code is not in force on the date.
public struct NotInForce: Hashable, Sendable {
  /// The service that would be reported.
  public let service: CodedService
  /// The codes that were in force in its place on the date; empty when there were none.
  public let instead: [Code]
  /// What to consider when no code was in force in its place; nil when one was.
  public let fallback: Line?
}
