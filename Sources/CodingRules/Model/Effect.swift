/// A contribution of an answer to the advice.
package indirect enum Effect: Hashable, Sendable {
  /// Something to report.
  case report(Line)
  /// Codes that are not separately reportable here.
  case notSeparately(Exclusion)
  /// A device that includes the work.
  case includedIn(Inclusion)
  /// An explicit statement that there is nothing to report.
  case nothing(Statement)
  /// Something to know or do.
  case note(Note)
  /// A point on which sources disagree.
  case dissent(Dissent)
}

/// An effect and the dates of service it applies to.
package struct TimedEffect: Hashable, Sendable {
  /// The effect.
  package let effect: Effect
  /// The dates of service.
  package let period: Period
}

/// A procedure and the dates of service it applies to.
package struct TimedProcedure: Hashable, Sendable {
  /// The procedure.
  package let procedure: Procedure
  /// The dates of service.
  package let period: Period
}

/// A line to report and the reason for it.
public struct Line: Hashable, Sendable {
  /// The procedure.
  public let procedure: Procedure
  /// The reason.
  public let reason: Statement
}

/// Codes that are not separately reportable and the reason.
public struct Exclusion: Hashable, Sendable {
  /// The codes, in order.
  public let codes: [Code]
  /// The reason.
  public let reason: Statement
}

/// A device that includes the work and the reason.
public struct Inclusion: Hashable, Sendable {
  /// The device.
  public let device: Device
  /// The reason.
  public let reason: Statement
}

/// Something to know or do besides reporting the codes.
public struct Note: Hashable, Sendable {
  /// The kind of note.
  public enum Kind: String, CaseIterable, Sendable {
    /// A caution.
    case caution
    /// A task.
    case task = "do"
    /// How plans handle it.
    case payer
    /// A point that no source settles.
    case open
  }

  /// The kind.
  public let kind: Kind
  /// The text.
  public let statement: Statement
}
