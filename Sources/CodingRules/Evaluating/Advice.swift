/// The advice for one service on one date: what to report, what not to report, and why.
public struct Advice: Sendable {
  /// The topic's id.
  public let topic: String
  /// The topic's title.
  public let title: String
  /// The date and the edition it is based on.
  public let basis: Basis
  /// The questions answered, in order.
  public let steps: [Step]
  /// The given answers that were not asked for.
  package let unused: [UnusedAnswer]
  /// The lines to report, in the order of the path.
  public internal(set) var report: [Attributed<Line>] = []
  /// The codes that would be reported but are not in force on the date.
  public internal(set) var notInForce: [Attributed<NotInForce>] = []
  /// The codes that are not separately reportable.
  public internal(set) var notSeparately: [Attributed<Exclusion>] = []
  /// The devices that include the work.
  public internal(set) var includedIn: [Attributed<Inclusion>] = []
  /// The reasons given explicitly for reporting nothing.
  public internal(set) var nothing: [Attributed<Statement>] = []
  /// Anything else to know or do.
  public internal(set) var notes: [Attributed<Note>] = []
  /// The points on which sources disagree.
  public internal(set) var dissent: [Attributed<Dissent>] = []
  /// The cards of the reported codes, in the same order.
  package internal(set) var cards: [CodeCard] = []
  /// The announced changes of a later edition that affect this advice.
  package internal(set) var announced: [Statement] = []

  /// The lines to report, in shorthand.
  public var reported: [String] { report.map(\.value.procedure.description) }

  /// Whether it reports or includes anything, lists a code not in force, or explicitly reports nothing.
  var isConclusive: Bool {
    !(report.isEmpty && notInForce.isEmpty && includedIn.isEmpty && nothing.isEmpty)
  }
}

extension Advice {
  /// The ids of the codes and devices not confirmed for the edition.
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

  /// The ids of everything not confirmed for the edition: codes, devices, and sources of payer
  /// statements.
  package var unreviewed: [String] {
    let payers = notes.map(\.value.statement).filter { $0.payerDate?.isConfirmed == false }
    return (unconfirmed + payers.flatMap(\.sources).map(\.id)).uniqued()
  }
}

/// A part of the advice and the step that added it.
public struct Attributed<Value> {
  /// The part.
  public let value: Value
  /// The 0-based index of the step.
  public let step: Int
}

extension Attributed: Sendable where Value: Sendable {}

/// The date and the edition that advice is based on.
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
  /// The related codes in force on the date; empty if there were none.
  public let instead: [Code]
  /// What to consider if no related code was in force; nil if one was.
  public let fallback: Line?
}

extension Advice {
  /// Explains when the code is in force and which code was in force instead, or what to consider.
  package func explanation(of code: NotInForce) -> String {
    let (id, period) = (code.service.code.id, code.service.code.life.period)
    let start = period.from.flatMap { basis.day < $0 ? "\(id) took effect on \($0)." : nil }
    let end = period.through.flatMap { $0 < basis.day ? "\(id) ended on \($0)." : nil }
    let life = [start, end].compactMap(\.self).joined(by: " ")
    if let fallback = code.fallback {
      return
        "\(life) No code was in force in its place. Consider \(fallback.procedure). \(fallback.reason.text)"
    }
    if code.instead.isEmpty { return "\(life) No code was in force in its place." }
    let others = code.instead.map { "\($0.id) (\($0.label))" }
    return "\(life) Check whether a code of that day fits: \(others.joined(separator: ", or "))."
  }
}
