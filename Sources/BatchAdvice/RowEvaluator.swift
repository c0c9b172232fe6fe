import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on one row, the way `ask` and `visit` do; it remembers nothing.
struct RowEvaluator {
  let settings: BatchSettings

  /// The result of the row that a reader read last.
  func evaluate<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> RowResult {
    if let fault = reader.fault { return RowResult(.malformed(fault, lines: reader.row.lines)) }
    do throws(RowProblem) {
      let words = try RowWords(reader, settings, bytes)
      let visit = try VisitRow(reader, settings, bytes).map { row throws(RowProblem) in
        try row.visit(words, bytes)
      }
      let result = if let visit { result(of: visit) } else { try result(of: words) }
      guard settings.profile.billed != nil else { return result }
      return result.compared(with: BilledCodes(words.billed ?? ""))
    } catch {
      return RowResult(error)
    }
  }

  private func result(of row: RowWords) throws(RowProblem) -> RowResult {
    let day = try row.day()
    let services = try row.services(settings)
    guard services.count == 1, let service = services.first else {
      if services.isEmpty { return nothingStated(in: row) }
      return result(of: Visit(day: day, services: services.map(\.service)))
    }
    let (topic, answers) = (service.service.topic, service.service.answers)
    switch topic.evaluate(answers) {
    case .asks(let question): return RowResult(topic, pending: answers, open: question)
    case .advises(let conclusion):
      let advice = conclusion.advice(on: day, by: settings.book)
      return refusal(advice.basis) ?? RowResult(advice, strange: service.strange)
    }
  }

  /// The result of a row that states no service; one that bills a code of the rules should.
  private func nothingStated(in row: RowWords) -> RowResult {
    let billed = BilledCodes(row.billed ?? "").codes.filter { settings.book.code($0) != nil }
    return billed.isEmpty ? .unrelated : RowResult(.notStated(billed: billed))
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
  private func refusal(_ basis: Basis) -> RowResult? {
    settings.isStrict ? basis.warning.map { RowResult(.notReviewed($0)) } : nil
  }
}
