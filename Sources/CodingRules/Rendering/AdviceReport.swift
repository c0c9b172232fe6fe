package import StrictJSON

/// Advice with what plans do with it and why a code was ruled out, in every format.
package struct AdviceReport: Sendable {
  private let advice: AdviceView
  private let plans: PlanChoice
  private let whyNot: WhyNot?

  /// Creates a report.
  ///
  /// - Parameter whyNot: Nil if nobody asked about a code.
  package init(_ advice: AdviceView, _ plans: PlanChoice, whyNot: WhyNot? = nil) {
    (self.advice, self.plans, self.whyNot) = (advice, plans, whyNot)
  }

  /// Returns as much of the advice as wanted; a section other than that of payers is shown without plans.
  package func text(_ detail: AdviceDetail, _ style: TextStyle, hint: MoreHint) -> String {
    let named = plans.views(of: advice)
    let text =
      switch detail {
      case .screen: advice.screen(style, hint: hint, named.rows)
      case .section(.payers):
        advice.text(detail, style, hint: hint) + plans.views(of: advice, showsPayers: true).text(style)
      case .section: advice.text(detail, style, hint: hint)
      case .everything: advice.text(detail, style, hint: hint) + named.text(style)
      }
    return text + why(style)
  }

  /// The advice as JSON, with the rules of the named plan and the explanation if there is one.
  package var json: JSON {
    let json = advice.visit?.json ?? advice.services[0].json
    return json.adding("whyNot", whyNot?.json).adding("plan", plans.views(of: advice).first?.json)
  }

  /// The visit as a document, as read by the command `visit`.
  package var document: JSON {
    let services = zip(advice.topics, advice.services).map {
      Service(topic: $0, answers: Answers($1.steps))
    }
    return (advice.visit?.visit ?? Visit(day: advice.basis.day, services: services)).document
  }

  /// Returns a chart note for each service.
  package func chartNote(_ style: TextStyle) -> String { advice.chartNote(style) }

  /// Returns what the writer of the chart note should know but the chart should not contain.
  package func notForChart(_ style: TextStyle) -> String {
    advice.notForChart(style) + plans.views(of: advice).text(style) + why(style)
  }

  private func why(_ style: TextStyle) -> String { whyNot.map { "\n" + $0.text(style) } ?? "" }
}

extension PlanChoice {
  fileprivate func views(of advice: AdviceView, showsPayers: Bool = false) -> [PlanView] {
    views(
      of: advice.codes, on: advice.basis.day, isWholeVisit: advice.visit != nil, showsPayers: showsPayers)
  }
}

extension RuleBook {
  /// Returns several codes side by side, or what has a name; nil if nothing has it.
  package func explanation(
    of words: [String], _ detail: AdviceDetail, _ style: TextStyle, _ plans: PlanChoice, on day: CalendarDay
  ) -> String? {
    let cards = words.compactMap { card($0.uppercased()) }
    if cards.count > 1, cards.count == words.count { return text(cards, detail, style, plans, on: day) }
    let subjects = subjects(named: words.joined(separator: " "))
    if subjects.count > 1 { return text(subjects, style) }
    return switch subjects.first {
    case .code(let card)?: text([card], detail, style, plans, on: day)
    case .device(let device)?: text(device, style)
    case nil: nil
    }
  }

  /// Returns code cards, then what the plans do with them; several cards are shown in full.
  package func text(
    _ cards: [CodeCard], _ detail: AdviceDetail, _ style: TextStyle, _ plans: PlanChoice, on day: CalendarDay
  ) -> String {
    let detail = cards.count > 1 ? .everything : detail
    let views = plans.views(of: cards.map(\.code.id), on: day, isWholeVisit: false, showsPayers: true)
    switch detail {
    case .screen:
      let isNamed = if case .named = plans { true } else { false }
      return screen(cards[0], style, isNamed ? views.rows : []) + (isNamed ? "" : views.names(style))
    case .section(let section):
      return text(cards[0], section, style) + (section == .payers ? views.text(style) : "")
    case .everything: return text(cards, style) + views.text(style)
    }
  }
}

extension JSON {
  /// The indented value with a final line break.
  package var text: String { String(decoding: bytes(.indented), as: UTF8.self) + "\n" }

  /// Returns the object with one more member; unchanged without a value.
  fileprivate func adding(_ key: String, _ value: JSON?) -> JSON {
    guard let value, case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }
}
