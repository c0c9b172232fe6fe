/// The rules of a dental or medical plan.
///
/// They change what to expect from the payer, never which code describes the service.
package struct Plan: Sendable {
  /// The id by which users choose it.
  package let id: String
  package let payer: String
  /// The title of the plan or document.
  package let title: String
  /// Other names for it.
  package let also: [String]
  /// The date of its rules, unless they have their own; nil if no source gives one.
  package let asOf: PartialDate?
  /// Whether its rules are known to be superseded.
  package let isArchived: Bool
  /// Notes on all codes or some.
  package let notes: [PlanNote]
  /// The rules, code by code.
  package let rules: [PlanRule]

  /// The maximum size of a plan file, in bytes.
  package static let maxSize = 1 << 20

  /// Whether it is the fictitious plan that users copy as a template.
  var isExample: Bool { id == "example" }

  /// Whether a rule with this date is archived, undated, or too old to rely on for a day.
  func isOld(_ asOf: PartialDate?, on day: CalendarDay) -> Bool {
    isArchived || asOf.map { $0.isOlder(thanYears: PayerDate.maxYears, on: day) } ?? true
  }
}

/// A statement about a plan with its source.
package struct PlanEvidence: Hashable, Sendable {
  package let text: String
  package let source: Source
  /// The location in the document.
  package let at: String
  /// The date as of which it is known; nil if no source gives one.
  package let asOf: PartialDate?
}

package struct PlanNote: Hashable, Sendable {
  /// The codes it is about; nil for all.
  package let codes: CodeGroup?
  /// The statement and its source.
  package let evidence: PlanEvidence
}

/// A rule of a plan for some codes.
package struct PlanRule: Hashable, Sendable {
  package let codes: CodeGroup
  /// The codes one of which must be present for the rule to apply.
  package let with: CodeGroup?
  /// The condition, in words, under which the rule applies; nil for always.
  package let when: String?
  /// The effects; at least one.
  package let effects: [PlanEffect]
  /// Whether the patient may be charged for what the plan does not pay.
  package let patient: PatientShare
  /// The rule in a sentence, and its source.
  package let evidence: PlanEvidence

  /// Whether the plan does not pay (separately), so that charging the patient is a question.
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

/// An effect of a plan's rule.
package enum PlanEffect: Hashable, Sendable {
  /// No payment; the patient may be charged unless the rule says otherwise.
  case denied
  /// No payment, and the patient may not be charged.
  case notBillableToPatient
  /// The fee is part of the fee for one of these codes.
  case includedIn(CodeGroup)
  /// Payment only on the same day as one of these codes.
  case requires(CodeGroup)
  /// Payment with a limited frequency.
  case frequency(Frequency)
  /// Payment within an age range, in years, both ends included.
  case age(from: Int?, through: Int?)
  /// Prior authorization is required.
  case priorAuthorization
  /// Attachments are required.
  case attachments([Attachment])
  /// Payment only after a waiting period.
  case waitingPeriod(months: Int)
  /// The fee counts toward the orthodontic benefit.
  case orthodonticBenefit

  package struct Frequency: Hashable, Sendable {
    package enum Per: String, CaseIterable, Sendable {
      case day, lifetime, months
      case calendarYear = "calendar-year"
    }

    package let times: Int
    package let per: Per
    /// The number of months if the period is in months.
    package let months: Int
    /// The area counted separately, such as an arch; nil for the whole mouth.
    package let area: String?
    /// Whether all codes of the rule are counted together.
    package let isShared: Bool
  }

  /// An attachment that a plan may require.
  package enum Attachment: String, CaseIterable, Sendable {
    case image, models, narrative, report
  }
}
