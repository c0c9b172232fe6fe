/// How many other lines a finding names at most.
private let maxRelated = 20

extension LineRuns {
  /// A finding about lines of one visit that a combination concerns.
  func finding(_ combination: CompiledAudit.Combination, _ lines: [Int]) -> AuditFinding {
    let codes = lines.map { profile($0).id }.uniqued { $0 }
    let units = lines.map { Int(kept.lines[$0].units) }.reduce(0, +)
    var what = Array(codes.prefix(maxRelated)).joined(by: " and ")
    if combination.moreThan != nil { what += ", \(units) units" }
    if !combination.absent.isEmpty { what += " without \(combination.absent)" }
    return finding(combination.check, lines, what: what)
  }

  /// A finding about a line and one that follows it.
  func finding(_ check: CompiledAudit.Check, _ lines: [Int]) -> AuditFinding {
    let dated = lines.map { "\(profile($0).id) on \(day($0).map(\.description) ?? "")" }
    return finding(check, lines, what: dated.joined(by: ", then "))
  }

  private func day(_ line: Int) -> CalendarDay? { CalendarDay(daysSince1970: Int(kept.lines[line].day)) }

  private func finding(_ check: CompiledAudit.Check, _ lines: [Int], what: String) -> AuditFinding {
    let first = kept.lines[lines[0]]
    return AuditFinding(
      check: check.id, severity: check.severity, claim: kept.claim(of: first), line: Int(first.number),
      position: first.position, codes: lines.prefix(maxRelated).map { profile($0).id }, day: day(lines[0]),
      what: what, why: check.statement.text, action: check.action,
      sources: check.sources,
      other: check.other, related: lines.dropFirst().prefix(maxRelated).map { kept.lines[$0].position },
      order: first.order)
  }
}

extension AuditFinding {
  /// A finding about one line alone.
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
      action: check.action, sources: check.sources, other: check.other, related: [], order: order)
  }

  /// A finding that follows from what the rules say of codes and dates.
  init(_ check: BuiltInCheck, _ line: AuditLine, _ claim: Span<UInt8>, order: Int, book: RuleBook) {
    let id = line.code?.description
    let code = check == .notInForce ? id.flatMap(book.code) : nil
    let text = check.text(code, line.day, book)
    self.init(
      check: check.rawValue, severity: check.severity, claim: claim.text, line: line.number,
      position: line.position, codes: id.map { [$0] } ?? [], day: line.day, what: text.what, why: text.why,
      action: text.action, sources: code?.life.evidence.sources.map(\.id) ?? [], other: nil, related: [],
      order: order)
  }
}

extension Span<UInt8> {
  /// The bytes as text, malformed UTF-8 repaired.
  var text: String { unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
}

extension BuiltInCheck {
  /// What a finding of the check says.
  fileprivate func text(_ code: Code?, _ day: CalendarDay?, _ book: RuleBook) -> (
    what: String, why: String, action: String
  ) {
    switch self {
    case .notInForce:
      if let code, let day { code.lifeText(on: day, book) } else { ("", "", "") }
    case .noCode:
      (
        "no procedure code", "A line needs a code of five digits, or a letter and four digits.",
        "Correct the code."
      )
    case .noDate:
      ("no date of service", "The date decides which codes are in force.", "Correct the date.")
    case .noUnits:
      ("no number of units", "Units are a whole number from 1.", "Correct the units.")
    case .notReviewed:
      (
        "the date of service is \(day.map(\.description) ?? "")",
        "The rules were reviewed for \(book.edition.period.text).",
        "Check these lines against the rules in force on their dates."
      )
    case .noArea, .needlessTooth, .noReport: ("", "", "")
    }
  }
}

extension Code {
  fileprivate func lifeText(
    on day: CalendarDay, _ book: RuleBook
  ) -> (what: String, why: String, action: String) {
    if let last = life.period.through, day > last {
      let instead = life.replacedBy.filter { book.code($0)?.life.period.contains(day) ?? false }
      return (
        "\(id) on \(day), after its last day", "\(id) (\(label)) was in force until \(last).",
        instead.isEmpty
          ? "Report the code in force on the date of service."
          : "Report \(instead.joined(separator: ", ")), whichever names what was done."
      )
    }
    let before = book.codes.filter {
      $0.life.replacedBy.contains(id) && $0.life.period.contains(day)
    }
    return (
      "\(id) on \(day), before its first day",
      "\(id) (\(label)) is in force since \(life.period.from.map(\.description) ?? "").",
      before.isEmpty
        ? "Correct the date, or report the code in force on it."
        : "Correct the date, or report \(before.map(\.id).joined(separator: ", "))."
    )
  }
}

extension Period {
  fileprivate var text: String {
    switch (from, through) {
    case (let from?, let through?): "\(from) through \(through)"
    case (let from?, nil): "\(from) and later"
    case (nil, let through?): "dates through \(through)"
    case (nil, nil): "all dates"
    }
  }
}
