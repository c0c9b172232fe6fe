import CodingRules
import StrictJSON

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

  /// The advice on one service in the format of `--format`.
  func text(
    of advice: Advice, _ topic: Topic, _ book: RuleBook, _ whyNot: WhyNot?
  ) -> String {
    let plan = plan?.view(of: advice)
    let why = whyNot.map { "\n" + $0.text(style) } ?? ""
    switch format {
    case .text:
      let view = AdviceView(
        advice, topic: topic, command: commandLine(advice.steps, topic, on: advice.basis.day, by: book))
      return text(of: view) + text(of: plan, or: Plan.views(of: advice)) + why
    case .json: return advice.json.adding("whyNot", whyNot?.json).adding("plan", plan?.json).text
    case .note:
      remark(notForChart: advice.noteRemarks, plan)
      if let whyNot { terminal.say("\n" + whyNot.text(errorStyle)) }
      return advice.chartNote(style)
    case .visit:
      let service = Service(topic: topic, answers: Answers(advice.steps))
      return Visit(day: advice.basis.day, services: [service]).document.text
    }
  }

  /// The advice as text: on one screen, one section, or with all details.
  private func text(of view: AdviceView) -> String {
    if let section { return view.section(section, style) }
    return arguments.has(.details) ? view.details(style) : view.screen(style, ways: .flags)
  }

  /// The advice on a visit in the format of `--format`.
  func text(of advice: VisitAdvice, _ book: RuleBook) -> String {
    let plan = plan?.view(of: advice)
    switch format {
    case .text:
      return text(of: AdviceView(advice, by: book)) + text(of: plan, or: Plan.views(of: advice))
    case .json: return advice.json.adding("plan", plan?.json).text
    case .note:
      remark(notForChart: advice.noteRemarks, plan)
      return advice.chartNote(style)
    case .visit: return advice.visit.document.text
    }
  }

  var section: AdviceSection? { arguments.choice(.show) }

  /// What a plan does; without one, if payers are shown, what the built-in plans do.
  private func text(of plan: PlanView?, or all: @autoclosure () -> [PlanView]) -> String {
    if plan != nil || section != .payers || rulesFolder != nil { return text(of: plan, style) }
    return all().map { text(of: $0, style) }.joined()
  }

  /// What a plan does, after an empty line; empty without a plan.
  func text(of plan: PlanView?, _ style: TextStyle) -> String { plan.map { "\n" + $0.text(style) } ?? "" }

  /// Writes the remarks on a chart note to standard error.
  private func remark(notForChart remarks: [String], _ plan: PlanView?) {
    if arguments.has(.quiet) { return }
    terminal.say("\n" + notForChart(remarks, errorStyle) + text(of: plan, errorStyle))
  }
}

extension JSON {
  /// The object with one more member; unchanged without a value.
  fileprivate func adding(_ key: String, _ value: JSON?) -> JSON {
    guard let value, case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }

  /// The indented value with a final line break.
  var text: String { String(decoding: bytes(.indented), as: UTF8.self) + "\n" }
}
