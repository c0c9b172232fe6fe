/// The screen with the advice on all services of the visit: codes and warnings first, the rest on demand.
struct PageAnswer {
  let conversation: Conversation
  let view: AdviceView

  var screen: Element {
    Element(
      "article.answer", [:],
      [
        guess,
        PageQuestions.heading(view.headline),
        warnings,
        Element("ol.services", [:], view.services.indices.map(service)),
        buttons,
        rows,
        Element("p.basis", [:], view.basisLine),
        Element("div.details", [:], PageDetails(view).sections + [whyNot, addService]),
      ])
  }

  /// What a class sees before the answer.
  private var guess: Element {
    Element(
      "div.guess", [:],
      [
        PageQuestions.heading("What do you report?"),
        Element("button", ["type": "button", "data-reveal": ""], "Reveal (space bar)"),
      ])
  }

  /// What is wrong or needs care, the gravest first.
  private var warnings: Element? {
    let texts = view.remarks(.error).map { "Wrong: \($0)" } + view.allWarnings
    return .list("ul.warnings", texts.map { .text($0) })
  }

  /// What to report for a service, each line with its reason.
  private func service(_ index: Int) -> Element {
    let advice = view.services[index]
    let title = view.services.count > 1 ? Element("h3", [:], "\(index + 1). \(view.titles[index])") : nil
    return Element("li", [:], [title, Element("dl.lines", [:], advice.lines.map(Self.line))])
  }

  private static func line(_ line: AnswerLine) -> Element {
    Element(
      "div." + line.kind.rawValue, [:],
      [
        Element("dt", [:], line.code),
        Element(
          "dd", [:],
          [Element("strong", [:], line.label), line.reason.isEmpty ? nil : Element("span", [:], " " + line.reason)]),
      ])
  }

  private var buttons: Element {
    Element(
      "p.buttons", [:],
      [
        Element("button", ["type": "button", "data-copy": "note"], "Copy chart note"),
        Element("button.quiet", ["type": "button", "data-copy": "link"], "Copy link"),
        Element("button.quiet", ["type": "button", "data-open": "add-service"], "Add a service"),
        Element("button.quiet", ["type": "button", "data-print": ""], "Print"),
        .button(".quiet", .restart, "", [.text("New visit")]),
      ])
  }

  private var rows: Element? {
    let rows = [
      ("Don’t bill", "rows", view.exclusions), ("Take care", "care", view.notes(.caution).map(\.text)),
      ("To do", "rows", view.notes(.task).map(\.text)), ("Not settled", "rows", view.notes(.open).map(\.text)),
    ].filter { !$0.2.isEmpty }
    guard !rows.isEmpty else { return nil }
    return Element(
      "dl.rows", [:],
      rows.map { label, kind, items in
        Element("div." + kind, [:], [Element("dt", [:], label), Element("dd", [:], [.list("ul", items.map { .text($0) })])])
      })
  }

  private var whyNot: Element {
    Element(
      "details", [:],
      [
        Element("summary", [:], "Why not another code?"),
        Element(
          "form", ["data-do": PageAction.whyNot.rawValue],
          [
            Element("label", ["for": "code"], "Code"),
            Element("input", ["id": "code", "type": "text", "autocomplete": "off", "maxlength": "20"], []),
            Element("button", ["type": "submit"], "Explain"),
          ]),
      ])
  }

  private var addService: Element {
    Element(
      "details", ["id": "add-service"],
      [
        Element("summary", [:], "Add a service to this visit"),
        PageQuestions.sayForm(label: "What else was done?", example: "a panoramic X-ray"),
        Element("p.or", [:], "Or choose what it was about:"),
        PageQuestions(conversation: conversation).topics,
      ])
  }
}

/// One line of the answer on a service.
struct AnswerLine {
  /// What the line says of its code.
  enum Kind: String {
    /// It is reported.
    case report
    /// It belongs to a device.
    case included
    /// It was not in force.
    case notInForce
    /// There is none.
    case nothing
  }

  let kind: Kind
  let code: String
  let label: String
  let reason: String
}

extension Advice {
  /// The answer line by line: what is reported, not in force, part of a device, or nothing.
  var lines: [AnswerLine] {
    let reported = report.map(\.value).map { line in
      AnswerLine(
        kind: .report, code: line.procedure.spoken, label: line.procedure.label,
        reason: line.reason.text.firstSentence)
    }
    let ended = notInForce.map(\.value).map { code in
      AnswerLine(
        kind: .notInForce, code: code.service.description, label: "Not in force on \(basis.day)",
        reason: explanation(of: code))
    }
    let devices = includedIn.map(\.value).map { inclusion in
      AnswerLine(
        kind: .included, code: inclusion.device.codesText(on: basis.day),
        label: "Bill the \(inclusion.device.label.lowercasedFirst) alone, with its own code",
        reason: inclusion.reason.text.firstSentence)
    }
    let lines = reported + ended + devices
    guard lines.isEmpty else { return lines }
    return nothing.map { AnswerLine(kind: .nothing, code: "No code", label: "Nothing to report", reason: $0.value.text) }
  }
}

extension AdviceView {
  /// The outcome of the whole visit in one sentence.
  var headline: String {
    let codes = services.flatMap(\.report).map(\.value.procedure.spoken)
    let devices = services.flatMap(\.includedIn).map(\.value.device).map {
      "the \($0.label.lowercasedFirst) with its own code (\($0.codesText(on: basis.day)))"
    }
    let notInForce = services.flatMap(\.notInForce).map(\.value.service.description)
    var parts = codes.isEmpty ? [] : ["report \(codes.joined(by: ", "))"]
    if !devices.isEmpty { parts.append("bill \(devices.uniqued(by: \.self).joined(by: ", "))") }
    if !notInForce.isEmpty { parts.append("\(notInForce.joined(by: ", ")) was not in force") }
    if parts.isEmpty { parts = ["nothing to report"] }
    let count = remarks(.error).count + allWarnings.count
    let warnings = count == 0 ? "" : count == 1 ? " – with a warning" : " – with \(count) warnings"
    let sentence = parts.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + warnings
  }

  /// What needs care before anything is billed: dates, changes to come, codes together.
  var allWarnings: [String] { warnings + announced.map(\.text) + remarks(.warning) }

  /// What checks of one severity say.
  func remarks(_ severity: VisitCheck.Severity) -> [String] {
    remarks.filter { $0.check.severity == severity }
      .map { "\($0.lines.joined(separator: ", ")): \($0.check.statement.text)" }
  }

  /// What the advice rests on, in one line.
  var basisLine: String {
    let cited = Citations.publishers(of: services, max: 3)
    return (cited.isEmpty ? "" : "Sources: \(cited). ")
      + "Date of service \(basis.day). \(basis.edition.title), rules \(basis.edition.version). \(basis.edition.notice)"
  }
}

extension Procedure {
  /// The procedure in short, with a word between the codes of a choice.
  fileprivate var spoken: String {
    if case .oneOf(let services) = self { services.map(\.description).joined(by: " or ") } else { description }
  }
}
