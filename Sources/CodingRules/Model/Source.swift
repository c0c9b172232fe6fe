/// A document that a statement rests on.
public struct Source: Hashable, Sendable {
  /// How much a source counts.
  public enum Weight: String, CaseIterable, Comparable, Sendable {
    /// A payer, a government or a professional society.
    case a = "A"
    /// Professional coding advice.
    case b = "B"
    /// A billing company or a vendor.
    case c = "C"

    /// Who is behind the source, in a few words.
    package var meaning: String {
      switch self {
      case .a: "payer, government or society"
      case .b: "coding advice"
      case .c: "vendor"
      }
    }

    /// Whether the first weighs more than the second.
    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// The name by which rules cite it.
  public let id: String
  /// What it is called.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// When: a year, a month or a day.
  public let date: String?
  /// How much it counts.
  public let weight: Weight
  /// Where it can be read.
  public let address: String?
}

/// A sentence and what it rests on.
public struct Statement: Hashable, Sendable {
  /// The sentence.
  public let text: String
  /// What it rests on.
  public let evidence: Evidence
  /// How current it is; nil when it is not about a payer.
  package let payerDate: PayerDate?

  /// Creates a statement.
  package init(text: String, evidence: Evidence, payerDate: PayerDate? = nil) {
    self.text = text
    self.evidence = evidence
    self.payerDate = payerDate
  }

  /// The documents it rests on, the strongest first.
  public var sources: [Source] { evidence.sources }
}

/// A question on which sources disagree.
public struct Dissent: Hashable, Sendable {
  /// The two views.
  struct Views: Hashable, Sendable {
    let ours: Statement
    let other: Statement
  }

  /// What they disagree about.
  public let about: String
  let views: Deferred<Views>

  /// The reading that the rules follow.
  public var ours: Statement { views.value.ours }
  /// The other view.
  public var other: Statement { views.value.other }
}
