import CodingRules

/// The formats of advice.
enum OutputFormat: String, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
  /// For the patient's chart.
  case note
  /// The visit as a document that the command `visit` reads.
  case visit
}

extension Run {
  var format: OutputFormat { arguments.choice(.format) ?? .text }

  /// How much `--show` or `--details` asks for.
  var detail: AdviceDetail {
    if let section: AdviceSection = arguments.choice(.show) { return .section(section) }
    return arguments.has(.details) ? .everything : .screen
  }

  /// The plans whose rules are shown; the bundled ones belong to the built-in book.
  var plans: PlanChoice { plan.map(PlanChoice.named) ?? (rulesFolder == nil ? .bundled : .none) }

  /// The advice in the format of `--format`; for a chart note, what does not belong there goes to standard error.
  func text(of advice: AdviceView, whyNot: WhyNot? = nil) -> String {
    let report = AdviceReport(advice, plans, whyNot: whyNot)
    switch format {
    case .text: return report.text(detail, style, hint: .flags)
    case .json: return report.json.text
    case .note:
      if !arguments.has(.quiet) { terminal.say("\n" + report.notForChart(errorStyle)) }
      return report.chartNote(style)
    case .visit: return report.document.text
    }
  }
}
