extension AdviceView {
  /// The advice on one screen: at most 20 lines at 80 columns, and one more for each further code or service.
  ///
  /// Everything is a whole statement; what does not fit is counted in the last line, which says how to see it.
  package func screen(_ style: TextStyle, ways: WaysOn) -> String {
    let style = TextStyle(width: min(style.width, 100), isColoured: style.isColoured)
    var head = TextPage(style)
    for index in services.indices {
      if services.count > 1 { head.item("\(index + 1)", titles[index], indent: 0, hang: 3, .heading) }
      services[index].writeHeadline(on: &head, indent: services.count > 1 ? 3 : 0)
    }
    let furtherLines =
      services.map(\.headlineCount).reduce(0, +) - 1 + (services.count > 1 ? services.count : 0)
    var rows = self.rows
    let cited = Citations.publishers(of: services, max: 3)
    let foot = { (rows: [ScreenRow]) in self.foot(style, ways, cited: cited, hidden: rows.compactMap(\.rest))
    }
    // The foot is longest while everything is hidden.
    let room = style.screenLines + furtherLines - head.lineCount - foot(rows).lineCount - 2
    ScreenRow.fill(&rows, room: room, style)
    var shown = ""
    for row in rows { shown += row.text }
    return head.text + "\n" + shown + (shown.isEmpty ? "" : "\n") + foot(rows).text
  }

  /// What may be shown between the codes and the foot, in the order of the screen.
  private var rows: [ScreenRow] {
    let errors = remarks.filter { $0.check.severity == .error }
    let warnings = remarks.filter { $0.check.severity == .warning }
    func say(_ remarks: [Remark]) -> [String] {
      remarks.map { "\($0.lines.joined(by: ", ")): \($0.check.statement.text)" }
    }
    return [
      ScreenRow("Wrong", say(errors), max: 4, rank: 0, .care),
      ScreenRow("Warning", self.warnings + say(warnings), max: 4, rank: 1, .care),
      ScreenRow("Announced", announced.map(\.text), max: 2, rank: 1, .care),
      ScreenRow("Why", reasons, max: 1 + services.count, rank: 3),
      ScreenRow("Don't bill", exclusions, max: 3, rank: 4),
      ScreenRow("Take care", notes(.caution).map(\.text), max: 3, rank: 2, .care),
      ScreenRow("Not settled", notes(.open).map(\.text), max: 2, rank: 5),
      ScreenRow("To do", notes(.task).map(\.text), max: 2, rank: 6),
      ScreenRow("Chart", cards.flatMap(\.checklist), max: 3, rank: 7, section: .chart) { "[ ] \($0.text)" },
      ScreenRow("Payers", notes(.payer), max: 2, rank: 8, section: .payers) { $0.text(on: basis.day) },
      ScreenRow("Disputed", disputes, max: 1, rank: 9, section: .disputes) { $0.about },
    ]
  }

  /// One sentence for each line of the headline.
  private var reasons: [String] {
    services.flatMap { $0.report.map(\.value.reason) + $0.includedIn.map(\.value.reason) }
      .map(\.text.firstSentence).uniqued()
  }

  /// The codes that are not billed separately, each list with one sentence; codes that are reported stay out.
  var exclusions: [String] {
    let reported = services.flatMap(\.report).flatMap(\.value.procedure.codes).map(\.id)
    return services.flatMap(\.notSeparately).compactMap { exclusion in
      let codes = exclusion.value.codes.map(\.id).filter { !reported.contains($0) }
      return codes.isEmpty ? nil : "\(codes.joined(by: ", ")): \(exclusion.value.reason.text.firstSentence)"
    }.uniqued()
  }

  /// - Parameter hidden: The sections of which something is hidden, each with how much.
  private func foot(_ style: TextStyle, _ ways: WaysOn, cited: String, hidden: [String]) -> TextPage {
    var page = TextPage(style)
    if !cited.isEmpty { page.item("Sources", cited, indent: 0, hang: ScreenRow.hang) }
    page.paragraph(
      "Date of service \(basis.day). \(basis.edition.title), rules \(basis.edition.version). \(basis.edition.notice)"
    )
    page.paragraph(ways.sentence(hidden))
    return page
  }
}

/// How a reader gets from the screen to the rest.
package enum WaysOn: Sendable {
  /// By flags of the command.
  case flags
  /// By words in a conversation.
  case words

  /// How to see the rest.
  ///
  /// - Parameter hidden: The sections of which something is hidden, each with how much.
  func sentence(_ hidden: [String]) -> String {
    let parts = (hidden + ["sources", "why"]).joined(by: ", ")
    return switch self {
    case .flags: "More: --details, or --show \(parts)"
    case .words: "More: details, \(parts)"
    }
  }
}

extension Advice {
  /// How many lines the headline takes when none is broken.
  fileprivate var headlineCount: Int {
    report.count + notInForce.count + includedIn.count
      + (report.isEmpty && includedIn.isEmpty ? nothing.count : 0)
  }

  /// What to report, what is part of something else, or that there is nothing to report.
  fileprivate func writeHeadline(on page: inout TextPage, indent: Int) {
    for index in report.indices {
      let procedure = report[index].value.procedure
      page.item(
        "\(index == 0 ? "Report " : "       ")\(procedure)", procedure.label, indent: indent, hang: 14, .code)
    }
    for code in notInForce {
      page.item("", "Not in force: \(explanation(of: code.value))", indent: indent, hang: 0, .care)
    }
    for device in includedIn.map(\.value.device) {
      page.item(
        "",
        "No extra code: this is part of the \(device.label.lowercasedFirst). Report the device alone"
          + device.ownCode(on: basis.day), indent: indent, hang: 0, .code)
    }
    guard report.isEmpty, includedIn.isEmpty else { return }
    for reason in nothing.map(\.value) {
      page.item("", "Nothing to report: \(reason.text)", indent: indent, hang: 0, .code)
    }
  }
}
