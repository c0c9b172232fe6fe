import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on one row, the way `ask` and `visit` do; it remembers nothing.
struct RowEvaluator {
  let settings: BatchSettings

  /// What a row says that can be advised on.
  enum Statement {
    /// Services that the row states, on a day; none when it states none.
    case services([RowService], CalendarDay, billed: String?)
    /// A visit that the row describes as a whole.
    case visit(Visit, billed: String?)
  }

  /// The result of the row that a reader read last.
  func evaluate<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> RowResult {
    do throws(RowProblem) {
      return evaluate(try statement(reader, bytes))
    } catch {
      return RowResult(error)
    }
  }

  /// What the row that a reader read last says.
  func statement<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) throws(RowProblem) -> Statement {
    if let fault = reader.fault { throw .malformed(fault, lines: reader.row.lines) }
    let words = try RowWords(reader, settings, bytes)
    if let row = try VisitRow(reader, settings, bytes) {
      return .visit(try row.visit(words, bytes), billed: words.billed)
    }
    let day = try words.day()
    return .services(try words.services(settings), day, billed: words.billed)
  }

  /// The result of a row alone.
  func evaluate(_ statement: Statement) -> RowResult {
    switch statement {
    case .visit(let visit, let billed): return finished(result(of: visit), billed)
    case .services(let services, let day, let billed):
      if services.isEmpty { return nothingStated(billed) }
      let visit = Visit(day: day, services: services.map(\.service))
      let result = services.count == 1 ? self.result(of: services[0], on: day) : result(of: visit)
      return finished(result, billed, isWholeVisit: services.count > 1)
    }
  }

  private func result(of service: RowService, on day: CalendarDay) -> RowResult {
    let (topic, answers) = (service.service.topic, service.service.answers)
    switch topic.evaluate(answers) {
    case .asks(let question): return RowResult(topic, pending: answers, open: question)
    case .advises(let conclusion):
      let advice = conclusion.advice(on: day, by: settings.book)
      return refusal(advice.basis) ?? RowResult(advice, strange: service.strange)
    }
  }

  /// The result of a row that states no service; one that bills a code of the rules should.
  func nothingStated(_ billed: String?) -> RowResult {
    let codes = BilledCodes(billed ?? "").codes.filter { settings.book.code($0) != nil }
    return codes.isEmpty ? .unrelated : RowResult(.notStated(billed: codes))
  }

  private func result(of visit: Visit) -> RowResult {
    switch settings.book.evaluate(visit) {
    case .asks(let open): RowResult(visit, pending: open)
    case .advises(let advice):
      refusal(Basis(day: visit.day, edition: settings.book.edition))
        ?? RowResult(advice)
    }
  }

  /// The result of a row whose date the rules were not reviewed for, where that is a problem.
  func refusal(_ basis: Basis) -> RowResult? {
    settings.isStrict ? basis.warning.map { RowResult(.notReviewed($0)) } : nil
  }

  /// The result with what a plan does, where one was given.
  ///
  /// - Parameter isWholeVisit: Whether no other code is on the visit.
  func planned(_ result: RowResult, isWholeVisit: Bool = true) -> RowResult {
    settings.plan.map { result.with($0, isWholeVisit: isWholeVisit) } ?? result
  }

  /// The same, and whether what was billed agrees, where that was asked.
  func finished(_ result: RowResult, _ billed: String?, isWholeVisit: Bool = true) -> RowResult {
    let planned = planned(result, isWholeVisit: isWholeVisit)
    return settings.profile.billed == nil ? planned : planned.compared(with: BilledCodes(billed ?? ""))
  }
}
