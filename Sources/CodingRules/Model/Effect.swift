/// What an answer adds to the advice.
package indirect enum Effect: Hashable, Sendable {
  /// Something to report.
  case report(Line)
  /// Codes that are not separately reportable here.
  case notSeparately(Exclusion)
  /// A device that the work belongs to.
  case includedIn(Inclusion)
  /// Nothing to report, outright.
  case nothing(Statement)
  /// Something to know or do.
  case note(Note)
  /// A question on which sources disagree.
  case dissent(Dissent)
}

/// An effect and the dates of service it holds for.
package struct TimedEffect: Hashable, Sendable {
  /// What the answer adds.
  package let effect: Effect
  /// When.
  package let period: Period
}

/// What goes on the claim, and the dates of service it is for.
package struct TimedProcedure: Hashable, Sendable {
  /// What goes on the claim.
  package let procedure: Procedure
  /// When.
  package let period: Period
}

/// A line to report, and why.
public struct Line: Hashable, Sendable {
  /// What goes on the claim.
  public let procedure: Procedure
  /// Why.
  public let reason: Statement
}

/// Codes that are not separately reportable, and why.
public struct Exclusion: Hashable, Sendable {
  /// The codes, in order.
  public let codes: [Code]
  /// Why.
  public let reason: Statement
}

/// A device that the work belongs to, and why.
public struct Inclusion: Hashable, Sendable {
  /// The device.
  public let device: Device
  /// Why.
  public let reason: Statement
}

/// Something to know or do besides reporting the codes.
public struct Note: Hashable, Sendable {
  /// What a note is about.
  public enum Kind: String, CaseIterable, Sendable {
    /// Take care.
    case caution
    /// Something to do.
    case task = "do"
    /// What plans do.
    case payer
    /// No source settles it.
    case open
  }

  /// What it is about.
  public let kind: Kind
  /// What it says.
  public let statement: Statement
}
