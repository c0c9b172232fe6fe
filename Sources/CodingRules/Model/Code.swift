/// A procedure code.
public struct Code: Hashable, Sendable {
  /// The code set it belongs to.
  public enum System: String, CaseIterable, Sendable {
    /// Dental procedures.
    case cdt = "CDT"
    /// Medical procedures.
    case cpt = "CPT"
    /// Supplies and equipment.
    case hcpcs = "HCPCS"
  }

  /// The code as written on a claim.
  public let id: String
  /// The code set it belongs to.
  public let system: System
  /// A short name in words of our own.
  public let label: String
  /// When it is in force.
  public let life: Life
  /// Whether someone confirmed it for the edition.
  package let confirmation: Confirmation
}

/// What people should know of a code before they report it.
package struct CodeCard: Hashable, Sendable {
  /// The code.
  package let code: Code
  /// What the chart must show.
  package let checklist: [Statement]
  /// A chart note to fill in; brackets hold what only the office knows.
  package let chartNote: Statement?
  let knowledge: Deferred<Knowledge>

  /// Other words people use for it.
  package var also: [String] { knowledge.value.also }
  /// What it covers, with the dates on which that changed.
  package var covers: [Code.Scope] { knowledge.value.covers }
  /// How precisely a claim must locate the service in the mouth.
  package var site: Site? { knowledge.value.site }
  /// Why a report must go with it, if one must.
  package var byReport: Statement? { knowledge.value.byReport }
  /// How often it may be reported.
  package var limits: Limits? { knowledge.value.limits }
  /// What people ask.
  package var questions: [CommonQuestion] { knowledge.value.questions }
  /// Where sources disagree about it.
  package var dissent: [Dissent] { knowledge.value.dissent }
}

extension CodeCard {
  /// What advice does not show.
  struct Knowledge: Hashable, Sendable {
    let also: [String]
    let covers: [Code.Scope]
    let site: Site?
    let byReport: Statement?
    let limits: Limits?
    let questions: [CommonQuestion]
    let dissent: [Dissent]
  }
}

extension Code {
  /// When a code is in force.
  public struct Life: Hashable, Sendable {
    /// The first and last day in force; an absent first day is older than the book.
    public let period: Period
    /// The ids of the codes that took its place.
    package let replacedBy: [String]
    /// Where the dates come from.
    package let evidence: Evidence
  }

  /// Something that a code covers, and when.
  package struct Scope: Hashable, Sendable {
    /// The name by which effects take its dates; unique in its code.
    package let id: String
    /// The dates of service on which the code covers it.
    package let period: Period
    /// What it covers.
    package let statement: Statement
  }
}

extension CodeCard {
  /// How precisely a claim must locate the service in the mouth.
  package struct Site: Hashable, Sendable {
    /// How precise it must be.
    package enum Need: String, CaseIterable, Sendable {
      /// No tooth and no area.
      case none
      /// An area of the mouth.
      case area
      /// A tooth.
      case tooth
    }

    /// How precise it must be.
    package let need: Need
    /// Who says so.
    package let evidence: Evidence
  }

  /// How often a code may be reported.
  package struct Limits: Hashable, Sendable {
    /// The most units on one day.
    package let units: Int?
    /// For how many days after it related services are included.
    package let globalDays: Int?
    /// The rule as a sentence.
    package let statement: Statement
  }

  /// A question that people ask about a code, with its answer.
  package struct CommonQuestion: Hashable, Sendable {
    /// The question.
    package let ask: String
    /// The answer.
    package let answer: Statement
  }
}
