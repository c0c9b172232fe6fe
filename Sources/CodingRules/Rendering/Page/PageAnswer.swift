/// The screen with the advice for a visit: codes and warnings first, the rest on demand.
struct PageAnswer {
  let conversation: Conversation
  let view: AdviceView

  var screen: PageElement {
    PageElement(
      "article.answer",
      guess,
      PageQuestions.heading(view.headline),
      warnings,
      PageElement("ol.services", view.services.indices.map(service)),
      buttons,
      rows,
      PageElement("p.basis", view.basisLine),
      PageElement("div.details", PageDetails.sections(of: view) + [whyNot, addService]))
  }

  /// The prompt to a class before the answer is revealed.
  private var guess: PageElement {
    PageElement(
      "div.guess",
      PageQuestions.heading("What do you report?"),
      PageElement("button", ["type": "button", "data-reveal": ""], "Reveal (space bar)"))
  }

  /// The errors and warnings, most severe first.
  private var warnings: PageElement? {
    let texts = view.remarks(.error).map { "Wrong: \($0)" } + view.allWarnings
    return .list("ul.warnings", texts.map { .text($0) })
  }

  /// Returns what to report for a service, each line with its reason.
  private func service(_ index: Int) -> PageElement {
    let advice = view.services[index]
    let title = view.services.count > 1 ? PageElement("h3", "\(index + 1). \(view.titles[index])") : nil
    return PageElement("li", title, PageElement("dl.lines", advice.lines))
  }

  private var buttons: PageElement {
    PageElement(
      "p.buttons",
      PageElement("button", ["type": "button", "data-copy": "note"], "Copy chart note"),
      PageElement("button.quiet", ["type": "button", "data-copy": "link"], "Copy link"),
      PageElement("button.quiet", ["type": "button", "data-open": "add-service"], "Add a service"),
      PageElement("button.quiet", ["type": "button", "data-print": ""], "Print"),
      .button(".quiet", .restart, "", .text("New visit")))
  }

  private var rows: PageElement? {
    let rows = [
      ("Don’t bill", "rows", view.exclusions), ("Take care", "care", view.notes(.caution).map(\.text)),
      ("To do", "rows", view.notes(.task).map(\.text)),
      ("Not settled", "rows", view.notes(.open).map(\.text)),
    ].filter { !$0.2.isEmpty }
    guard !rows.isEmpty else { return nil }
    return PageElement(
      "dl.rows",
      rows.map { label, kind, items in
        PageElement(
          "div." + kind,
          PageElement("dt", label),
          PageElement("dd", .list("ul", items.map { .text($0) })))
      })
  }

  private var whyNot: PageElement {
    PageElement(
      "details",
      PageElement("summary", "Why not another code?"),
      PageElement(
        "form", ["data-do": PageAction.whyNot.rawValue],
        PageElement("label", ["for": "code"], "Code"),
        PageElement("input", ["id": "code", "type": "text", "autocomplete": "off", "maxlength": "20"]),
        PageElement("button", ["type": "submit"], "Explain")))
  }

  private var addService: PageElement {
    PageElement(
      "details", ["id": "add-service"],
      PageElement("summary", "Add a service to this visit"),
      PageQuestions.textForm(label: "What else was done?", example: "a panoramic X-ray"),
      PageElement("p.or", "Or choose what it was about:"),
      PageQuestions(conversation: conversation).topics)
  }
}

extension Advice {
  /// The answer line by line: reported, not in force, included in a device, or nothing.
  fileprivate var lines: [PageElement?] {
    let reported: [PageElement?] = report.map(\.value).map { line in
      Self.line(
        "report", line.procedure.shortCode, line.procedure.label, because: line.reason.text.firstSentence)
    }
    let ended: [PageElement?] = notInForce.map(\.value).map { code in
      Self.line(
        "notInForce", code.service.description, "Not in force on \(basis.day)", because: explanation(of: code)
      )
    }
    let devices: [PageElement?] = includedIn.map(\.value).map { inclusion in
      Self.line(
        "included", inclusion.device.codesText(on: basis.day),
        "Bill the \(inclusion.device.label.lowercasedFirst) alone, with its own code",
        because: inclusion.reason.text.firstSentence)
    }
    let lines = reported + ended + devices
    guard lines.isEmpty else { return lines }
    return nothing.map { Self.line("nothing", "No code", "Nothing to report", because: $0.value.text) }
  }

  private static func line(_ kind: String, _ code: String, _ label: String, because reason: String)
    -> PageElement
  {
    PageElement(
      "div." + kind,
      PageElement("dt", code),
      PageElement("dd", PageElement("strong", label), PageElement("span", " " + reason)))
  }
}

extension AdviceView {
  /// The outcome of the whole visit in one sentence.
  var headline: String {
    let codes = services.flatMap(\.report).map(\.value.procedure.shortCode)
    let devices = services.flatMap(\.includedIn).map(\.value.device).map {
      "the \($0.label.lowercasedFirst) with its own code (\($0.codesText(on: basis.day)))"
    }
    let notInForce = services.flatMap(\.notInForce).map(\.value.service.description)
    var parts = codes.isEmpty ? [] : ["report \(codes.joined(by: ", "))"]
    if !devices.isEmpty { parts.append("bill \(devices.uniqued().joined(by: ", "))") }
    if !notInForce.isEmpty { parts.append("\(notInForce.joined(by: ", ")) was not in force") }
    if parts.isEmpty { parts = ["nothing to report"] }
    let count = remarks(.error).count + allWarnings.count
    let warnings = count == 0 ? "" : count == 1 ? " – with a warning" : " – with \(count) warnings"
    let sentence = parts.joined(separator: "; ")
    return sentence.prefix(1).uppercased() + sentence.dropFirst() + warnings
  }

  /// The warnings to heed before billing: dates, announced changes, combinations of codes.
  var allWarnings: [String] { warnings + announced.map(\.text) + remarks(.warning) }

  /// The date, edition and publishers behind the advice, in one line.
  var basisLine: String {
    let cited = Citations.publishers(of: services)
    return (cited.isEmpty ? "" : "Sources: \(cited). ")
      + "Date of service \(basis.day). \(basis.edition.line)"
  }
}
