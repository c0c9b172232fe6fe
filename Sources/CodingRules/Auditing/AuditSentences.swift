/// The maximum number of other lines that a finding lists.
private let maxRelated = 20

extension LineRuns {
  /// Returns a finding about the lines of a visit that match a combination.
  func finding(_ combination: CompiledAudit.Combination, _ lines: [Int]) -> AuditFinding {
    let codes = lines.map { profile($0).id }.uniqued()
    let units = lines.map { Int(kept.lines[$0].units) }.reduce(0, +)
    var what = Array(codes.prefix(maxRelated)).joined(by: " and ")
    if combination.moreThan != nil { what += ", \(units) units" }
    if !combination.absent.isEmpty { what += " without \(combination.absent)" }
    return finding(combination.check, lines, what: what)
  }

  /// Returns a finding about a line and a later one.
  func finding(_ check: CompiledAudit.Check, _ lines: [Int]) -> AuditFinding {
    let dated = lines.compactMap { line in day(line).map { "\(profile(line).id) on \($0)" } }
    return finding(check, lines, what: dated.joined(by: ", then "))
  }

  private func day(_ line: Int) -> CalendarDay? { CalendarDay(daysSince1970: Int(kept.lines[line].day)) }

  private func finding(_ check: CompiledAudit.Check, _ lines: [Int], what: String) -> AuditFinding {
    let first = kept.lines[lines[0]]
    return AuditFinding(
      check: check.id, severity: check.severity, claim: kept.claim(of: first), line: Int(first.number),
      position: first.position, codes: lines.prefix(maxRelated).map { profile($0).id }, day: day(lines[0]),
      what: what, why: check.statement.text, action: check.action, sources: check.sources,
      other: check.other, related: lines.dropFirst().prefix(maxRelated).map { related(kept.lines[$0]) },
      order: first.order)
  }

  private func related(_ line: KeptLines.Line) -> RelatedLine {
    RelatedLine(claim: kept.claim(of: line), line: Int(line.number), position: line.position)
  }
}

extension AuditFinding {
  /// Creates a finding about a single line.
  init(_ test: CompiledAudit.LineTest, _ line: AuditLine, _ claim: Span<UInt8>, order: Int, code: String) {
    let what =
      switch test.condition {
      case .lacks(let facts): "\(code) without \(facts.phrase(joinedBy: "or"))"
      case .has(let facts): "\(code) with \(facts.intersection(line.facts).phrase(joinedBy: "and"))"
      case .areas(let areas):
        "\(code) with area \(areas.intersection(line.areas).numbers.joined(separator: ", "))"
      }
    let check = test.check
    self.init(
      check: check.id, severity: check.severity, claim: claim.text, line: line.number,
      position: line.position, codes: [code], day: line.day, what: what, why: check.statement.text,
      action: check.action, sources: check.sources, other: check.other, order: order)
  }

  /// Creates a finding about a code or date, independent of the audit rules.
  init(_ fault: LineFault, _ line: AuditLine, _ claim: Span<UInt8>, order: Int, book: RuleBook) {
    let text = fault.text(line, book)
    self.init(
      check: fault.check.rawValue, severity: fault.check.severity, claim: claim.text, line: line.number,
      position: line.position, codes: line.code.map { [$0.description] } ?? [], day: line.day,
      what: text.what, why: text.why, action: text.action, sources: text.sources, order: order)
  }
}

extension Span<UInt8> {
  /// The bytes as text, with malformed UTF-8 repaired.
  var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
}

/// A fault of a line that needs no audit rule.
enum LineFault {
  case noCode
  case noDate
  case noUnits
  case notReviewed(CalendarDay)
  case before(CalendarDay, of: Code, on: CalendarDay)
  case after(CalendarDay, of: Code, on: CalendarDay)

  var check: BuiltInCheck {
    switch self {
    case .noCode: .noCode
    case .noDate: .noDate
    case .noUnits: .noUnits
    case .notReviewed: .notReviewed
    case .before, .after: .notInForce
    }
  }

  /// Returns the texts of a finding about the fault.
  fileprivate func text(_ line: AuditLine, _ book: RuleBook) -> (
    what: String, why: String, action: String, sources: [String]
  ) {
    switch self {
    case .noCode where line.unreadable.contains(.code):
      (
        "a procedure code that cannot be read",
        "A code is five digits, or a letter and four digits, such as D0470.", "Correct the code.", []
      )
    case .noCode:
      (
        "no procedure code", "A line needs a code of five digits, or a letter and four digits.",
        "Correct the code.", []
      )
    case .noDate where line.unreadable.contains(.date):
      (
        "a date of service that cannot be read",
        "A date is a day of the calendar, in a form such as 3/2/2026, 03-02-2026, 2026-03-02, or 20260302.",
        "Correct the date.", []
      )
    case .noDate:
      ("no date of service", "The date decides which codes are in force.", "Add the date.", [])
    case .noUnits:
      ("no number of units", "Units are a whole number from 1.", "Correct the units.", [])
    case .notReviewed(let day):
      (
        "the date of service is \(day)", "The rules were reviewed for dates \(book.edition.period.text).",
        "Check these lines against the rules in force on their dates.", []
      )
    case .before(let first, let code, let day):
      (
        "\(code.id) on \(day), before its first day",
        "\(code.id) (\(code.label)) has been in force since \(first).",
        code.actionBefore(on: day, book), code.life.evidence.sources.map(\.id)
      )
    case .after(let last, let code, let day):
      (
        "\(code.id) on \(day), after its last day", "\(code.id) (\(code.label)) was in force until \(last).",
        code.actionAfter(on: day, book), code.life.evidence.sources.map(\.id)
      )
    }
  }
}

extension Code {
  fileprivate func actionBefore(on day: CalendarDay, _ book: RuleBook) -> String {
    let before = book.codes.filter { $0.life.replacedBy.contains(id) && $0.life.period.contains(day) }
    return before.isEmpty
      ? "Correct the date, or report the code in force on it."
      : "Correct the date, or report \(before.map(\.id).joined(separator: ", "))."
  }

  fileprivate func actionAfter(on day: CalendarDay, _ book: RuleBook) -> String {
    let instead = life.replacedBy.filter { book.code($0)?.life.period.contains(day) == true }
    return instead.isEmpty
      ? "Report the code in force on the date of service."
      : "Report \(instead.joined(separator: ", ")), whichever names what was done."
  }
}

extension Period {
  fileprivate var text: String {
    let bounds = [
      from.map { through == nil ? "from \($0) on" : "from \($0)" }, through.map { "through \($0)" },
    ]
    return bounds.compactMap(\.self).joined(separator: " ")
  }
}
