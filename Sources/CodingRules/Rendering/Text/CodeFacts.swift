extension RuleBook {
  /// Returns the reasons for which topics report a code, without duplicates.
  func reasons(for code: String) -> [Statement] {
    effects.compactMap { effect -> Statement? in
      guard case .report(let line) = effect else { return nil }
      return line.procedure.codes.contains { $0.id == code } ? line.reason : nil
    }.uniqued(by: \.text)
  }

  /// Returns the reasons for which a code is not separately reportable, without duplicates.
  func reasonsAgainst(_ code: String) -> [Statement] {
    effects.compactMap { effect -> Statement? in
      guard case .notSeparately(let exclusion) = effect else { return nil }
      return exclusion.codes.contains { $0.id == code } ? exclusion.reason : nil
    }.uniqued(by: \.text)
  }

  private var effects: [Effect] {
    topics.flatMap { topic in topic.questions.filter { $0.topic == topic.id } }
      .flatMap(\.answers).flatMap(\.effects).map(\.effect)
  }

  /// Returns the dates in force of a code, with its predecessors and replacements.
  func lifeSentence(of code: Code) -> String {
    let period = code.life.period
    func list(_ codes: [Code]) -> String { codes.map { "\($0.id) (\($0.label))" }.joined(separator: ", ") }
    let inForce =
      switch (period.from, period.through) {
      case (nil, nil): "In force on every date these rules cover."
      case (nil, let last?): "In force until \(last)."
      case (let first?, nil): "In force since \(first)."
      case (let first?, let last?): "In force from \(first) until \(last)."
      }
    let doubt = code.confirmation.isConfirmed ? "" : " Nobody has confirmed it for \(edition.title)."
    let (after, before) = (list(successors(of: code)), list(predecessors(of: code)))
    return inForce + doubt + (after.isEmpty ? "" : " Replaced by \(after).")
      + (before.isEmpty ? "" : " Before it: \(before).")
  }
}
