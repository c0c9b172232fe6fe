/// A document that supports statements.
public struct Source: Hashable, Sendable {
  /// The weight of a source.
  public enum Weight: String, CaseIterable, Comparable, Sendable {
    /// A payer, a government or a professional society.
    case a = "A"
    /// Professional coding advice.
    case b = "B"
    /// A billing company or a vendor.
    case c = "C"

    /// The kind of publisher, in a few words.
    package var meaning: String {
      switch self {
      case .a: "payer, government or society"
      case .b: "coding advice"
      case .c: "vendor"
      }
    }

    /// Orders weights from strongest to weakest.
    public static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// The id by which rules cite it.
  public let id: String
  /// The title.
  public let title: String
  /// The publisher.
  public let publisher: String
  /// The publication date: a year, a month or a day.
  public let date: String?
  /// The weight.
  public let weight: Weight
  /// The URL.
  public let address: String?
}

/// A sentence with its evidence.
public struct Statement: Hashable, Sendable {
  /// The sentence.
  public let text: String
  /// The evidence.
  public let evidence: Evidence
  /// The date of the payer's rule; nil for a statement that is not about a payer.
  package let payerDate: PayerDate?

  /// Creates a statement.
  package init(text: String, evidence: Evidence, payerDate: PayerDate? = nil) {
    self.text = text
    self.evidence = evidence
    self.payerDate = payerDate
  }

  /// The documents that support it, strongest first.
  public var sources: [Source] { evidence.sources }
}

/// A point on which sources disagree.
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
