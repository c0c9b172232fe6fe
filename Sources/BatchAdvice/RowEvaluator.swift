import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on one row like `ask` and `visit`; stateless.
struct RowEvaluator {
  let settings: BatchSettings

  /// The content of a row, ready for evaluation.
  enum ParsedRow {
    /// The services of the row, possibly none, on a day.
    case services(RowServices, CalendarDay, RowRemainder)
    /// A row that describes a whole visit.
    case visit(Visit, RowRemainder)
  }

  /// Evaluates the current row of a reader.
  func evaluate<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> RowResult {
    do throws(RowProblem) {
      return evaluate(try parse(reader, bytes))
    } catch {
      return RowResult(error)
    }
  }

  /// Parses the current row of a reader.
  func parse<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) throws(RowProblem) -> ParsedRow {
    if let fault = reader.fault { throw .malformed(fault, lines: reader.row.lines) }
    let words = try RowWords(reader, settings, bytes)
    let rest = RowRemainder(billed: words.billed, isDateMissing: words.isDateMissing)
    if let row = try VisitRow(reader, settings, bytes) { return .visit(try row.visit(words, bytes), rest) }
    let day = try words.day()
    return .services(try words.services(settings), day, rest)
  }

  /// Evaluates a row by itself.
  func evaluate(_ row: ParsedRow) -> RowResult {
    switch row {
    case .visit(let visit, let rest): return finished(result(of: visit), rest)
    case .services(let row, let day, let rest):
      let services = row.services
      if services.isEmpty { return nothingStated(rest.billed) }
      let visit = Visit(day: day, services: services.map(\.service))
      let result = services.count == 1 ? self.result(of: services[0], on: day) : result(of: visit)
      return finished(result.noting(row.remark), rest, isWholeVisit: services.count > 1)
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

  /// Adds the effect of the plan and the comparison with billed codes, if requested, and whether the
  /// date of service is missing.
  func finished(_ result: RowResult, _ rest: RowRemainder, isWholeVisit: Bool = true) -> RowResult {
    var result = planned(result, isWholeVisit: isWholeVisit)
    if rest.isDateMissing { result = result.withoutDate }
    if settings.profile.billed == nil { return result }
    return result.compared(with: BilledCodes(rest.billed ?? "")) { settings.book.code($0) != nil }
  }
}

/// What a row states besides its services.
struct RowRemainder {
  /// The billed codes, if any.
  let billed: String?
  /// Whether it has an empty column for the date of service.
  let isDateMissing: Bool
}
