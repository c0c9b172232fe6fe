import ClaimFiles
import CodingRules
import StrictJSON

/// Advises on one row, the way `ask` and `visit` do; it remembers nothing.
struct RowEvaluator {
  let settings: BatchSettings

  /// The result of the row that a reader read last.
  ///
  /// - Parameter mustBeUTF8: Whether the result cannot hold other bytes.
  func evaluate<Reader: RowReader & ~Copyable>(
    _ reader: borrowing Reader, _ bytes: borrowing PaddedBytes, mustBeUTF8: Bool
  ) -> RowResult {
    if let fault = reader.fault { return RowResult(.malformed(fault, lines: reader.row.lines)) }
    if mustBeUTF8, !bytes.isUTF8(reader.row.start..<reader.row.end) {
      return RowResult(.malformed(.notUTF8, lines: reader.row.lines))
    }
    do throws(RowProblem) {
      let words = try RowWords(reader, settings, bytes)
      if let row = try VisitRow(reader, settings, bytes) { return result(of: try row.visit(words, bytes)) }
      return try result(of: words)
    } catch {
      return RowResult(error)
    }
  }

  private func result(of row: RowWords) throws(RowProblem) -> RowResult {
    let (topic, day) = (try row.topic(), try row.day())
    let words = try row.words { settings.has($0, topic) }
    let answers: Answers
    do throws(UnknownAnswer) {
      answers = try topic.answers(for: words)
    } catch {
      throw .unknownAnswer(error)
    }
    switch topic.evaluate(answers) {
    case .asks(let question): return RowResult(topic, pending: answers, open: question)
    case .advises(let conclusion):
      let advice = conclusion.advice(on: day, by: settings.book)
      return refusal(advice.basis) ?? RowResult(advice).with(settings.plan, isWholeVisit: false)
    }
  }

  private func result(of visit: Visit) -> RowResult {
    switch settings.book.evaluate(visit) {
    case .asks(let open): RowResult(visit, pending: open)
    case .advises(let advice):
      refusal(Basis(day: visit.day, edition: settings.book.edition))
        ?? RowResult(advice).with(settings.plan, isWholeVisit: true)
    }
  }

  /// The result of a row whose date the rules were not reviewed for, where that is a problem.
  private func refusal(_ basis: Basis) -> RowResult? {
    settings.isStrict ? basis.warning.map { RowResult(.notReviewed($0)) } : nil
  }
}
