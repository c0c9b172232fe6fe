/// What one dental or medical plan does with codes.
///
/// It changes what to expect of the payer, never which code describes the service.
package struct Plan: Sendable {
  /// The name by which people choose it.
  package let id: String
  /// Who pays.
  package let payer: String
  /// Which plan or document it is.
  package let title: String
  /// Other words for it.
  package let also: [String]
  /// The date for which its rules are known, unless they have their own; nil when no source gives one.
  package let asOf: PartialDate?
  /// Whether its rules are known to have been replaced.
  package let isArchived: Bool
  /// What else holds, for all codes or some.
  package let notes: [PlanNote]
  /// What it does, code by code.
  package let rules: [PlanRule]

  /// The size of the largest plan file, in bytes.
  package static let maxSize = 1 << 20

  /// After how many years the rules of a plan are called old.
  static let maxYears = 2

  /// Whether it is the made-up plan that people copy.
  var isExample: Bool { id == "example" }

  /// Whether a rule of a date is too old to rely on for a date of service, or has no date.
  func isOld(_ asOf: PartialDate?, on day: CalendarDay) -> Bool {
    isArchived || asOf.map { $0.isOlder(thanYears: Self.maxYears, on: day) } ?? true
  }
}

/// Where a statement about a plan is from.
package struct PlanEvidence: Hashable, Sendable {
  /// What it says.
  package let text: String
  /// The document.
  package let source: Source
  /// The location in the document.
  package let at: String
  /// The date for which it is known; nil when no source gives one.
  package let asOf: PartialDate?
}

/// Something to know about a plan.
package struct PlanNote: Hashable, Sendable {
  /// The codes it concerns; nil for all.
  package let codes: CodeGroup?
  /// What it says.
  package let evidence: PlanEvidence
}

/// What a plan does with some codes.
package struct PlanRule: Hashable, Sendable {
  /// The codes.
  package let codes: CodeGroup
  /// It holds only together with one of these codes.
  package let with: CodeGroup?
  /// It holds only in this case, in words; nil for always.
  package let when: String?
  /// What the plan does; at least one.
  package let effects: [PlanEffect]
  /// Whether the patient may be charged for what the plan does not pay.
  package let patient: PatientShare
  /// The rule in a sentence, and where it is from.
  package let evidence: PlanEvidence

  /// Whether the plan does not pay, or not separately, so that it matters whether the patient may be charged.
  package var withholdsPayment: Bool {
    effects.contains { effect in
      switch effect {
      case .denied, .notBillableToPatient, .includedIn: true
      default: false
      }
    }
  }
}

/// Whether the patient may be charged for what a plan does not pay.
package enum PatientShare: String, CaseIterable, Sendable {
  /// The patient may be charged.
  case mayBeCharged = "may-be-charged"
  /// The patient may not be charged.
  case heldHarmless = "held-harmless"
  /// The source does not say.
  case notStated = "not-stated"
}

/// One thing that a plan does.
package enum PlanEffect: Hashable, Sendable {
  /// It does not pay, and the patient may be charged unless the rule says otherwise.
  case denied
  /// It does not pay, and the patient may not be charged.
  case notBillableToPatient
  /// The fee is part of the fee for one of these codes.
  case includedIn(CodeGroup)
  /// It pays only on the day of one of these codes.
  case requires(CodeGroup)
  /// It pays so often.
  case frequency(Frequency)
  /// It pays from one age to another, in years, both included.
  case age(from: Int?, through: Int?)
  /// It wants to be asked before the work is done.
  case priorAuthorization
  /// It wants these with the claim.
  case attachments([Attachment])
  /// It pays only after so many months of membership.
  case waitingPeriod(months: Int)
  /// It counts toward the orthodontic benefit.
  case orthodonticBenefit

  /// How often a plan pays.
  package struct Frequency: Hashable, Sendable {
    /// In which time.
    package enum Per: String, CaseIterable, Sendable {
      case day, lifetime, months
      case calendarYear = "calendar-year"
    }

    /// How many times.
    package let times: Int
    /// In which time.
    package let per: Per
    /// In how many months, if it is months.
    package let months: Int
    /// Counted for each of these, such as an arch; nil for the whole mouth.
    package let area: String?
    /// Whether all codes of the rule are counted together.
    package let isShared: Bool
  }

  /// What a plan may want with a claim.
  package enum Attachment: String, CaseIterable, Sendable {
    case image, models, narrative, report
  }
}
