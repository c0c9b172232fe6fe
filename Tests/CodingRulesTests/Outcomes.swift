import CodingRules
import Testing

extension Topic {
  /// Returns the advice for complete answers on a day.
  func advice(_ answers: Answers, on day: String = "2026-03-02", by book: RuleBook) throws -> Advice {
    let conclusion: Conclusion? = if case .advises(let reached) = evaluate(answers) { reached } else { nil }
    return try #require(conclusion).advice(on: #require(CalendarDay(day)), by: book)
  }
}

extension RuleBook {
  /// Returns the advice for a visit with complete answers.
  func advice(_ visit: Visit) throws -> VisitAdvice {
    let advice: VisitAdvice? = if case .advises(let advice) = evaluate(visit) { advice } else { nil }
    return try #require(advice)
  }
}

/// Returns the name of an enum's case.
func caseName(_ value: Any) -> String { String("\(value)".prefix { $0 != "(" }) }
