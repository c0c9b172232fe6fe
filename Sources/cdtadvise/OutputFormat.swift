import CodingRules
import StrictJSON

/// How advice is written; every format is made in this file.
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
  /// The format that the command line asks for.
  var format: OutputFormat { arguments.choice(.format) ?? .text }

  /// The advice on one service.
  func text(
    of advice: Advice, _ topic: Topic, _ book: RuleBook, _ whyNot: WhyNot?
  ) throws(Failure) -> String {
    let (style, day) = (style(terminal.output), advice.basis.day)
    let plan = plan?.view(of: advice)
    let why = whyNot.map { "\n" + $0.text(style) } ?? ""
    switch format {
    case .text:
      let view = AdviceView(
        advice, topic: topic, command: commandLine(advice.steps, topic, on: day, by: book))
      return text(of: view) + text(of: plan, or: Plan.views(of: advice), style) + why
    case .json: return advice.json.adding("whyNot", whyNot?.json).adding("plan", plan?.json).text
    case .note:
      remark(notForChart: advice.noteRemarks, plan)
      if let whyNot { terminal.say("\n" + whyNot.text(self.style(terminal.errors))) }
      return advice.chartNote(style)
    case .visit:
      let service = Service(topic: topic, answers: Answers(advice.steps))
      return Visit(day: day, services: [service]).document.text
    }
  }

  /// The advice as text for people: one screen, one section, or everything.
  private func text(of view: AdviceView) -> String {
    let style = style(terminal.output)
    if let section { return view.section(section, style) }
    return arguments.has(.details) ? view.details(style) : view.screen(style, ways: .flags)
  }

  /// The advice on a visit.
  func text(of advice: VisitAdvice, _ book: RuleBook) throws(Failure) -> String {
    let style = style(terminal.output)
    let plan = plan?.view(of: advice)
    switch format {
    case .text:
      return text(of: AdviceView(advice, by: book)) + text(of: plan, or: Plan.views(of: advice), style)
    case .json: return advice.json.adding("plan", plan?.json).text
    case .note:
      remark(notForChart: advice.noteRemarks, plan)
      return advice.chartNote(style)
    case .visit: return advice.visit.document.text
    }
  }

  /// The section that `--show` names.
  var section: AdviceSection? { arguments.choice(.show) }

  /// What a plan does; without one, where payers are shown, what each plan of the program does.
  private func text(of plan: PlanView?, or all: @autoclosure () -> [PlanView], _ style: TextStyle) -> String {
    if plan != nil || section != .payers || rulesFolder != nil { return text(of: plan, style) }
    return all().map { text(of: $0, style) }.joined()
  }

  /// What a plan does, after an empty line; empty without a plan.
  func text(of plan: PlanView?, _ style: TextStyle) -> String { plan.map { "\n" + $0.text(style) } ?? "" }

  /// Says on standard error what belongs to a note but not into the chart.
  private func remark(notForChart remarks: [String], _ plan: PlanView?) {
    if arguments.has(.quiet) { return }
    var page = TextPage(style(terminal.errors))
    page.heading("NOT FOR THE CHART")
    for remark in remarks { page.paragraph(remark, indent: 2) }
    terminal.say("\n" + page.text + text(of: plan, style(terminal.errors)))
  }
}

extension JSON {
  /// The object with one more member; the same when there is no value.
  fileprivate func adding(_ key: String, _ value: JSON?) -> JSON {
    guard let value, case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }

  /// The value as it is printed: indented, a line break at the end.
  var text: String { String(decoding: bytes(.indented), as: UTF8.self) + "\n" }
}
