extension AdviceView {
  /// Returns the advice on one screen: up to 20 lines of 80 columns, or 22 with further codes or
  /// services, unless the codes and errors alone need more.
  ///
  /// Statements are never cut. The last line counts what did not fit and says how to see it.
  ///
  /// - Parameter more: Further rows, above that of all payers.
  func screen(_ style: TextStyle, hint: MoreHint, _ more: [ScreenRow] = []) -> String {
    let style = style.screen
    var head = TextPage(style)
    var lineCount = 0
    for (index, advice) in services.enumerated() {
      let headline = advice.headline(services.count > 1 ? titles[index] : nil)
      lineCount += headline.count
      let margin = services.count > 1 ? "\(services.count)".count + 2 : 0
      for (line, (lead, words)) in headline.enumerated() {
        let number = line == 0 && services.count > 1 ? "\(index + 1)" : ""
        let gap = lead.isEmpty ? 0 : margin - number.count
        let start = number + String(repeating: " ", count: gap) + lead
        head.item(start, words, indent: 0, hang: margin + (lead.isEmpty ? 0 : 14), .code)
      }
    }
    let cited = Citations.publishers(of: services)
    return ScreenRow.screen(head, rows(more), lines: style.screenLines + min(lineCount - 1, 2)) { hidden in
      foot(style, hint, cited: cited, hidden: hidden)
    }
  }

  /// The optional rows between the codes and the footer, in screen order.
  private func rows(_ more: [ScreenRow]) -> [ScreenRow] {
    let rows = [
      ScreenRow("Wrong", remarks(.error), max: 4, rank: 0, .care),
      ScreenRow("Warning", shortWarnings, max: 4, rank: 0, .care),
      ScreenRow("Announced", announced.map(\.text), max: 2, rank: 1, .care),
      ScreenRow("Why", reasons, max: 1 + services.count, rank: 3),
      ScreenRow("Don't bill", exclusions, max: 3, rank: 4),
      ScreenRow("Take care", notesByService(.caution), max: 3, rank: 2, .care),
      ScreenRow("Not settled", notesByService(.open), max: 2, rank: 5),
      ScreenRow("To do", notesByService(.task), max: 2, rank: 6),
      ScreenRow("Chart", cards.flatMap(\.checklist), max: 3, rank: 7, section: .chart) { "[ ] \($0.text)" },
    ]
    return rows + more + [
      ScreenRow("Payers", notes(.payer), max: 2, rank: 8, section: .payers) { $0.text(on: basis.day) },
      ScreenRow("Disputed", disputes, max: 1, rank: 9, section: .disputes) { $0.about },
    ]
  }

  /// The warnings, of several only the first sentence each, so that they fit.
  private var shortWarnings: [String] {
    let warnings = warnings + remarks(.warning)
    return warnings.count > 1 ? warnings.map(\.firstSentence) : warnings
  }

  /// The reasons, one for each line of the headline.
  private var reasons: [String] {
    byService { advice in
      (advice.report.map(\.value.reason) + advice.includedIn.map(\.value.reason)).map(\.text.firstSentence)
    }
  }

  private func notesByService(_ kind: Note.Kind) -> [String] {
    byService { $0.notes.filter { $0.value.kind == kind }.map(\.value.statement.text) }
  }

  /// Returns the texts of all services, each once; of several services, after their numbers.
  private func byService(_ texts: (Advice) -> [String]) -> [String] {
    let all = services.map(texts)
    if all.count == 1 { return all[0].uniqued() }
    return all.flatMap(\.self).uniqued().map { text in
      let numbers = all.indices.filter { all[$0].contains(text) }.map { "\($0 + 1)" }
      return "\(numbers.joined(by: ", ")): \(text)"
    }
  }

  /// The codes that are not billed separately, one sentence per list, without reported codes.
  var exclusions: [String] {
    let reported = codes
    return services.flatMap(\.notSeparately).compactMap { exclusion in
      let codes = exclusion.value.codes.map(\.id).filter { !reported.contains($0) }
      return codes.isEmpty ? nil : "\(codes.joined(by: ", ")): \(exclusion.value.reason.text.firstSentence)"
    }.uniqued()
  }

  private func foot(
    _ style: TextStyle, _ hint: MoreHint, cited: String, hidden: ScreenRow.Hidden
  ) -> TextPage {
    var page = TextPage(style)
    if !cited.isEmpty { page.item("Sources", cited, indent: 0, hang: ScreenRow.hang) }
    page.paragraph("Date of service \(basis.day). \(basis.edition.line)")
    page.paragraph(hint.sentence(hidden))
    return page
  }
}

/// The sentence that says where the rest of the advice is.
package enum MoreHint: Sendable {
  /// Flags of the command.
  case flags
  /// Words in a conversation.
  case words

  /// Returns how to see the rest.
  func sentence(_ hidden: ScreenRow.Hidden) -> String {
    let parts = (hidden.sections + ["sources", "why"]).joined(by: ", ")
    let others = hidden.others > 0 ? " (\(hidden.others) more)" : ""
    return switch self {
    case .flags: "More: --details\(others), or --show \(parts)"
    case .words: "More: details\(others), \(parts)"
    }
  }
}

extension Advice {
  /// What to report, what is included elsewhere, or that there is nothing to report, line by line; a code is a lead.
  ///
  /// - Parameter title: The name of the service, if there are several.
  fileprivate func headline(_ title: String?) -> [(lead: String, words: String)] {
    var lines = report.enumerated().map { index, line in
      let procedure = line.value.procedure
      return (lead: (index == 0 ? "Report " : "       ") + procedure.shortCode, words: procedure.label)
    }
    lines += notInForce.map { ("", "Not in force: \(explanation(of: $0.value))") }
    lines += includedIn.map(\.value.device).map { device in
      let end = "Report the device alone" + device.ownCode(on: basis.day)
      return ("", "No extra code: this is part of the \(device.label.lowercasedFirst). \(end)")
    }
    if report.isEmpty, includedIn.isEmpty {
      let about = title.map { "\($0): nothing" } ?? "Nothing"
      lines += nothing.map { ("", "\(about) to report: \($0.value.text)") }
    }
    return lines
  }
}
