extension RuleBook {
  /// Returns a code card on one screen: up to 20 lines of 80 columns, the last of which counts what
  /// is not shown.
  ///
  /// - Parameter more: Further rows, below the others.
  func screen(_ card: CodeCard, _ style: TextStyle, _ more: [ScreenRow] = []) -> String {
    let style = style.screen
    var head = TextPage(style)
    head.item(card.code.id, card.code.title, indent: 0, hang: ScreenRow.hang, .code)
    return ScreenRow.screen(head, rows(card) + more, lines: style.screenLines) { hidden in
      var foot = TextPage(style)
      foot.paragraph(edition.notice)
      foot.paragraph(MoreHint.flags.sentence(hidden))
      return foot
    }
  }

  private func rows(_ card: CodeCard) -> [ScreenRow] {
    let id = card.code.id
    let ways = topics.flatMap { topic in
      topic.paths(to: id).map { "\(topic.title): \(topic.labels($0))" }
    }
    return [
      ScreenRow("When", reasons(for: id).map(\.text), max: 2, rank: 1),
      ScreenRow("Not for", reasonsAgainst(id).map(\.text), max: 2, rank: 4),
      ScreenRow("Answers", ways, max: 2, rank: 2, section: .changes) { $0 },
      ScreenRow("Dates", [lifeSentence(of: card.code)], max: 1, rank: 3),
      ScreenRow("By report", card.byReport.map { [$0.text] } ?? [], max: 1, rank: 5),
      ScreenRow("Limits", card.limits.map { [$0.statement.text] } ?? [], max: 1, rank: 6),
      ScreenRow("Chart", card.checklist, max: 2, rank: 7, section: .chart) { "[ ] \($0.text)" },
      ScreenRow("Disputed", card.dissent, max: 1, rank: 9, section: .disputes) { $0.about },
    ]
  }
}

extension Topic {
  /// Returns a path to a code in the words of its answers.
  func labels(_ way: CodePath) -> String {
    way.conditions.map { condition in
      let answers = questions.filter { $0.field == condition.field }.flatMap(\.answers)
      let labels = condition.answers.prefix(3).compactMap { id in
        answers.first { $0.id == id }?.label
      }
      return Array(labels).joined(by: " or ") + (condition.answers.count > 3 ? " …" : "")
    }.joined(by: "; ")
  }
}
