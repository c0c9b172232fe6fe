extension Lesson {
  /// Returns the lesson as a handout.
  ///
  /// Answers that are the same in an earlier way of billing are not repeated.
  package func handout(_ format: TeachingFormat, _ style: TextStyle, by book: RuleBook) -> String {
    var (sheets, earlier, heading): ([String], Int, String) = ([], 0, "")
    var citations: Citations? = Citations()
    for page in pages {
      let sheet = page.sheet(format, style, citations, by: book)
      let text = sheet.text
      citations = sheet.citations
      let spaced = (format == .text ? "\n" : "") + text
      switch page {
      case .story: sheets.append(text)
      case .service: heading = spaced
      case .step where sheets[..<earlier].contains(text): break
      case .step:
        if !heading.isEmpty { sheets.append(heading) }
        heading = ""
        sheets.append(text)
      case .variant:
        earlier = sheets.count
        sheets.append(spaced)
      case .result, .comparison: sheets.append(spaced)
      }
    }
    return sheets.joined()
  }
}

extension Lesson.Page {
  /// Returns the page as text or Markdown, ending in a line break.
  ///
  /// - Parameter citations: The sources cited on earlier pages; nil for a screen.
  func sheet(_ format: TeachingFormat, _ style: TextStyle, _ citations: Citations?, by book: RuleBook)
    -> Sheet
  {
    var sheet = Sheet(format, style, citations)
    switch self {
    case .story(let worked):
      sheet.title(worked.title)
      sheet.paragraph(worked.story)
    case .variant(let known): sheet.heading(known.visitHeading)
    case .service(let number, let topic): sheet.heading("\(number). \(topic.title)")
    case .step(let step): sheet.write(step)
    case .result(let advice): sheet.write(advice)
    case .comparison(let worked): sheet.write(worked, book.edition)
    }
    return sheet
  }
}

extension [Answer] {
  /// The heading of a way of billing a case.
  var visitHeading: String {
    isEmpty ? "The visit" : "The visit: \(map(\.label.lowercasedFirst).joined(separator: ", "))"
  }
}

extension Sheet {
  mutating func write(_ step: LessonStep) {
    paragraph(step.step.sentence)
    list(step.statements)
  }

  mutating func write(_ advice: VisitAdvice) {
    heading("Result")
    paragraph(
      advice.reported.isEmpty ? "Nothing to report." : "Report: \(advice.reported.joined(separator: " "))")
    list(
      advice.remarks.map { remark in
        let lines = remark.lines.joined(separator: ", ")
        return ("\(remark.check.severity.rawValue): \(lines)", remark.check.statement)
      })
  }

  mutating func write(_ worked: WorkedCase, _ edition: Edition) {
    heading("The source's table")
    paragraph(worked.table.joined(by: "; "))
    if !worked.differences.isEmpty {
      heading("Where the advice differs, and why")
      list(worked.differences.map { ($0.about, $0.statement) })
    }
    sources(worked.sources)
    paragraph(edition.notice)
  }
}
