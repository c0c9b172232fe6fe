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
  /// A short label of our own, not the official wording.
  public let label: String
  /// The dates on which it is in force.
  public let life: Life
  /// Whether it was confirmed for the edition.
  package let confirmation: Confirmation
}

/// What to know about a code before reporting it.
package struct CodeCard: Hashable, Sendable {
  /// The code.
  package let code: Code
  /// What the chart must show.
  package let checklist: [Statement]
  /// A chart note template; brackets mark what only the office knows.
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
  /// The parts of a card that advice does not show.
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
  /// The dates on which a code is in force.
  public struct Life: Hashable, Sendable {
    /// The first and last day in force; a nil first day predates the book.
    public let period: Period
    /// The ids of its replacements.
    package let replacedBy: [String]
    /// The evidence for the dates.
    package let evidence: Evidence
  }

  /// A use that a code covers, with its dates of service.
  package struct Scope: Hashable, Sendable {
    /// The name by which effects refer to its dates; unique within the code.
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
    /// The precision required.
    package enum Need: String, CaseIterable, Sendable {
      /// No tooth and no area.
      case none
      /// An area of the mouth.
      case area
      /// A tooth.
      case tooth
    }

    /// The precision required.
    package let need: Need
    /// The evidence for it.
    package let evidence: Evidence
  }

  /// How often a code may be reported.
  package struct Limits: Hashable, Sendable {
    /// The maximum number of units on one day.
    package let units: Int?
    /// The number of days afterward during which related services are included.
    package let globalDays: Int?
    /// The limit as a sentence.
    package let statement: Statement
  }

  /// A common question about a code, with its answer.
  package struct CommonQuestion: Hashable, Sendable {
    /// The question.
    package let ask: String
    /// The answer.
    package let answer: Statement
  }
}
