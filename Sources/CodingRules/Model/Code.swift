/// A procedure code.
public struct Code: Hashable, Sendable {
  /// The code set it belongs to.
  public enum System: String, CaseIterable, Sendable {
    /// Dental procedures.
    case cdt = "CDT"
    /// Medical procedures.
    case cpt = "CPT"
  }

  /// The code as it stands on a claim.
  public let id: String
  /// The code set it belongs to.
  public let system: System
  /// A short name in words of our own.
  public let label: String
  /// When it is in force.
  public let life: Life
}

/// What people should know of a code before they report it.
public struct CodeCard: Hashable, Sendable {
  /// The code.
  public let code: Code
  /// Other words people use for it.
  public let also: [String]
  /// What a claim must say of the place in the mouth.
  public let site: Site?
  /// Why a report must go with it, if one must.
  public let byReport: Statement?
  /// How often it may be reported.
  public let limits: Limits?
  /// What the chart must show.
  public let checklist: [Statement]
  /// A chart note to fill in; brackets hold what only the office knows.
  public let chartNote: Statement?
  /// What plans tend to do.
  public let coverage: [Statement]
  /// What people ask.
  public let questions: [CommonQuestion]
  /// Where sources disagree about it.
  public let dissent: [Dissent]
}

extension Code {
  /// When a code is in force.
  public struct Life: Hashable, Sendable {
    /// The first and last day in force; an absent first day is older than the book.
    public let period: Period
    /// The ids of the codes that took its place.
    public let replacedBy: [String]
    /// Where the dates come from.
    public let sources: [Source]
  }
}

extension CodeCard {
  /// What a claim must say of the place in the mouth.
  public struct Site: Hashable, Sendable {
    /// How exact it must be.
    public enum Need: String, CaseIterable, Sendable {
      /// No tooth and no area.
      case none
      /// An area of the mouth.
      case area
      /// A tooth.
      case tooth
    }

    /// How exact it must be.
    public let need: Need
    /// Who says so.
    public let sources: [Source]
  }

  /// How often a code may be reported.
  public struct Limits: Hashable, Sendable {
    /// The most units on one day.
    public let units: Int?
    /// For how many days after it related services are included.
    public let globalDays: Int?
    /// The rule as a sentence.
    public let statement: Statement
  }

  /// A question that people ask about a code, with its answer.
  public struct CommonQuestion: Hashable, Sendable {
    /// The question.
    public let ask: String
    /// The answer.
    public let answer: Statement
  }
}
