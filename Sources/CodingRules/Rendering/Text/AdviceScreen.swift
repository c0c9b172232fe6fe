extension AdviceView {
  /// Returns the advice on one screen: up to 20 lines of 80 columns, or 22 with further codes or
  /// services, unless the codes and errors alone need more.
  ///
  /// Statements are never cut. The last line counts what did not fit and says how to see it.
  package func screen(_ style: TextStyle, ways: WaysOn) -> String {
    let style = style.screen
    var head = TextPage(style)
    for index in services.indices {
      if services.count > 1 { head.item("\(index + 1)", titles[index], indent: 0, hang: 3, .heading) }
      services[index].writeHeadline(on: &head, indent: services.count > 1 ? 3 : 0)
    }
    let furtherLines =
      services.map(\.headlineCount).reduce(0, +) - 1 + (services.count > 1 ? services.count : 0)
    let cited = Citations.publishers(of: services)
    return ScreenRow.screen(head, rows, lines: style.screenLines + min(furtherLines, 2)) { hidden in
      foot(style, ways, cited: cited, hidden: hidden)
    }
  }

  /// The optional rows between the codes and the footer, in screen order.
  private var rows: [ScreenRow] {
    [
      ScreenRow("Wrong", remarks(.error), max: 4, rank: 0, .care),
      ScreenRow("Warning", warnings + remarks(.warning), max: 4, rank: 1, .care),
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

  /// The reasons, one for each line of the headline.
  private var reasons: [String] {
    services.flatMap { $0.report.map(\.value.reason) + $0.includedIn.map(\.value.reason) }
      .map(\.text.firstSentence).uniqued()
  }

  /// The codes that are not billed separately, one sentence per list, without reported codes.
  var exclusions: [String] {
    let reported = codes
    return services.flatMap(\.notSeparately).compactMap { exclusion in
      let codes = exclusion.value.codes.map(\.id).filter { !reported.contains($0) }
      return codes.isEmpty ? nil : "\(codes.joined(by: ", ")): \(exclusion.value.reason.text.firstSentence)"
    }.uniqued()
  }

  /// - Parameter hidden: The sections with hidden items, each with their number.
  private func foot(_ style: TextStyle, _ ways: WaysOn, cited: String, hidden: [String]) -> TextPage {
    var page = TextPage(style)
    if !cited.isEmpty { page.item("Sources", cited, indent: 0, hang: ScreenRow.hang) }
    page.paragraph("Date of service \(basis.day). \(basis.edition.line)")
    page.paragraph(ways.sentence(hidden))
    return page
  }
}

/// The ways from the screen to the rest of the advice.
package enum WaysOn: Sendable {
  /// Flags of the command.
  case flags
  /// Words in a conversation.
  case words

  /// Returns how to see the rest.
  ///
  /// - Parameter hidden: The sections with hidden items, each with their number.
  func sentence(_ hidden: [String]) -> String {
    let parts = (hidden + ["sources", "why"]).joined(by: ", ")
    return switch self {
    case .flags: "More: --details, or --show \(parts)"
    case .words: "More: details, \(parts)"
    }
  }
}

extension Advice {
  /// The number of lines of the headline if none wraps.
  fileprivate var headlineCount: Int {
    report.count + notInForce.count + includedIn.count
      + (report.isEmpty && includedIn.isEmpty ? nothing.count : 0)
  }

  /// Writes what to report, what is included elsewhere, or that there is nothing to report.
  fileprivate func writeHeadline(on page: inout TextPage, indent: Int) {
    for index in report.indices {
      let procedure = report[index].value.procedure
      page.item(
        (index == 0 ? "Report " : "       ") + procedure.shortCode, procedure.label, indent: indent, hang: 14,
        .code)
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
