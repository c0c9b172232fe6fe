import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on one row like `ask` and `visit`; stateless.
struct RowEvaluator {
  let settings: BatchSettings

  /// The content of a row, ready for evaluation.
  enum Statement {
    /// The services of the row, possibly none, on a day.
    case services(RowServices, CalendarDay, billed: String?)
    /// A row that describes a whole visit.
    case visit(Visit, billed: String?)
  }

  /// Evaluates the current row of a reader.
  func evaluate<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> RowResult {
    do throws(RowProblem) {
      return evaluate(try statement(reader, bytes))
    } catch {
      return RowResult(error)
    }
  }

  /// Parses the current row of a reader.
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

  /// Evaluates a row by itself.
  func evaluate(_ statement: Statement) -> RowResult {
    switch statement {
    case .visit(let visit, let billed): return finished(result(of: visit), billed)
    case .services(let row, let day, let billed):
      let services = row.services
      if services.isEmpty { return nothingStated(billed) }
      let visit = Visit(day: day, services: services.map(\.service))
      let result = services.count == 1 ? self.result(of: services[0], on: day) : result(of: visit)
      return finished(result.noting(row.remark), billed, isWholeVisit: services.count > 1)
    }
  }

  private func result(of service: RowService, on day: CalendarDay) -> RowResult {
    let (topic, answers) = (service.service.topic, service.service.answers)
    switch topic.evaluate(answers) {
    case .asks(let question): return RowResult(topic, pending: answers, open: question)
    case .advises(let conclusion):
      let advice = conclusion.advice(on: day, by: settings.book)
      return rejection(advice.basis) ?? RowResult(advice, unrecognized: service.unrecognized)
    }
  }

  /// The result of a row without services; pending if it bills a covered code.
  func nothingStated(_ billed: String?) -> RowResult {
    let codes = BilledCodes(billed ?? "").codes.filter { settings.book.code($0) != nil }
    return codes.isEmpty ? .unrelated : RowResult(.missingDescription(billed: codes))
  }

  private func result(of visit: Visit) -> RowResult {
    switch settings.book.evaluate(visit) {
    case .asks(let open): RowResult(visit, pending: open)
    case .advises(let advice):
      rejection(Basis(day: visit.day, edition: settings.book.edition))
        ?? RowResult(advice)
    }
  }

  /// With `--strict`, the problem result for a date the rules were not reviewed for.
  func rejection(_ basis: Basis) -> RowResult? {
    settings.isStrict ? basis.warning.map { RowResult(.notReviewed($0)) } : nil
  }

  /// Adds the effect of the plan, if there is one.
  ///
  /// - Parameter isWholeVisit: Whether the visit has no other codes.
  func planned(_ result: RowResult, isWholeVisit: Bool = true) -> RowResult {
    settings.plan.map { result.with($0, isWholeVisit: isWholeVisit) } ?? result
  }

  /// Adds the effect of the plan and the comparison with billed codes, if requested.
  func finished(_ result: RowResult, _ billed: String?, isWholeVisit: Bool = true) -> RowResult {
    let planned = planned(result, isWholeVisit: isWholeVisit)
    if settings.profile.billed == nil { return planned }
    return planned.compared(with: BilledCodes(billed ?? "")) { settings.book.code($0) != nil }
  }
}
