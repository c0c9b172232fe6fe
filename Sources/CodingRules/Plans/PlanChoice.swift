/// The plans whose rules follow advice or the explanation of a code.
package enum PlanChoice: Sendable {
  /// The plan that the user named.
  case named(Plan)
  /// The bundled plans that mention a code, where payers are shown.
  case bundled
  /// No plan.
  case none

  /// Returns what the plans do with codes, in order.
  ///
  /// - Parameters:
  ///   - isWholeVisit: Whether these are all codes of the visit.
  ///   - showsPayers: Whether payers are shown, so that bundled plans belong there.
  func views(
    of codes: [String], on day: CalendarDay, isWholeVisit: Bool, showsPayers: Bool
  ) -> [PlanView] {
    switch self {
    case .named(let plan): [plan.view(of: codes, on: day, isWholeVisit: isWholeVisit)]
    case .bundled: showsPayers ? Plan.views(naming: codes, on: day) : []
    case .none: []
    }
  }
}
