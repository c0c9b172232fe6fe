import CodingRules

extension RowEvaluator {
  /// Evaluates the rows of a visit together: visit facts in one row apply to all, and remarks go to
  /// the rows whose lines they concern.
  func evaluate(visit rows: [ParsedRow]) -> [RowResult] {
    var results: [Int: RowResult] = [:]
    for indices in Dictionary(grouping: rows.indices, by: { rows[$0].day }).values {
      for (index, result) in zip(indices, evaluate(rowsOfOneDay: indices.map { rows[$0] })) {
        results[index] = result
      }
    }
    return rows.indices.compactMap { results[$0] }
  }

  private func evaluate(rowsOfOneDay rows: [ParsedRow]) -> [RowResult] {
    var facts = Answers()
    for answers in rows.flatMap(\.services).map(\.service.answers) {
      for question in settings.book.visitFacts where facts[question.field] == nil {
        facts[question.field] = answers[question.field]
      }
    }
    let advised = rows.map { row in Self.advices(row, facts, settings.book) }
    let lines = advised.flatMap { $0 ?? [] }.flatMap(\.claimLines)
    if lines.isEmpty { return rows.map(evaluate) }
    let remarks = settings.book.remarks(on: lines)
    return zip(rows, advised).map { row, advices in
      guard let advices, let day = row.day else { return evaluate(row.completed(by: facts)) }
      return result(row, advices, remarks, on: day)
    }
  }

  /// The advice for the services of a row; nil if answers are missing or there are no services.
  private static func advices(_ row: ParsedRow, _ facts: Answers, _ book: RuleBook) -> [Advice]? {
    guard let day = row.day else { return nil }
    var advices: [Advice] = []
    for service in row.services.map(\.service) {
      guard case .advises(let conclusion) = service.topic.evaluate(service.answers, facts: facts) else {
        return nil
      }
      advices.append(conclusion.advice(on: day, by: book))
    }
    return advices.isEmpty ? nil : advices
  }

  private func result(
    _ row: ParsedRow, _ advices: [Advice], _ remarks: [Remark], on day: CalendarDay
  ) -> RowResult {
    if let rejection = rejection(Basis(day: day, edition: settings.book.edition)) { return rejection }
    let own = advices.flatMap(\.claimLines)
    let concerning = remarks.filter { remark in own.contains { remark.lines.contains($0.text) } }
    let summaries = zip(advices, row.services).map { AdviceSummary($0, unrecognized: $1.unrecognized) }
    let visit = VisitAdvice(
      Visit(day: day, services: row.services.map(\.service)), services: advices, remarks: concerning)
    let result = RowResult(summaries, concerning, on: day, isVisit: advices.count > 1) {
      advices.count == 1 && concerning.isEmpty ? advices[0].json : visit.json
    }
    return finished(result.noting(row.remark), row.rest, isWholeVisit: false)
  }
}

extension RowEvaluator.ParsedRow {
  /// The services of the row; empty for a visit.
  var services: [RowService] { if case .services(let row, _, _) = self { row.services } else { [] } }

  /// The remark about its text, if any.
  fileprivate var remark: String? { if case .services(let row, _, _) = self { row.remark } else { nil } }

  /// The date of service of the services; nil for a visit.
  var day: CalendarDay? { if case .services(_, let day, _) = self { day } else { nil } }

  /// What the row states besides its services.
  var rest: RowRemainder {
    switch self {
    case .services(_, _, let rest), .visit(_, let rest): rest
    }
  }

  /// Adds the visit facts that the row does not state.
  fileprivate func completed(by facts: Answers) -> Self {
    guard case .services(var row, let day, let rest) = self else { return self }
    row.services = row.services.map { given in
      var service = given.service
      for field in facts.fields where service.topic.fields.contains(field) && service.answers[field] == nil {
        service.answers[field] = facts[field]
      }
      return RowService(service: service, unrecognized: given.unrecognized)
    }
    return .services(row, day, rest)
  }
}
