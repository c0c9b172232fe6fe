extension Check {
  /// The edition's list of changes has exactly the codes and scopes that start or end on each day.
  static let changesListed = Check { book in
    let listed = book.parts.read { $0.changes }
    guard !listed.isEmpty else { return [] }
    var outcomes: [CalendarDay: [String]] = [:]
    for change in listed { outcomes[change.day] = change.outcome }
    let changes = book.changes
    return Set(outcomes.keys).union(changes.keys).sorted().compactMap { day in
      let (expected, found) = (Set(outcomes[day] ?? []), Set(changes[day] ?? []))
      let parts = [
        ("lacks", found.subtracting(expected)), ("should not have", expected.subtracting(found)),
      ].filter { !$1.isEmpty }.map { "\(day) \($0) \(excerpt($1.sorted().joined(by: " ")))" }
      return parts.isEmpty
        ? nil
        : Finding(
          "\(parts.joined(by: ", and ")): codes.json says otherwise", file: "edition.json", path: "changes")
    }
  }
}

extension RuleBook {
  /// The codes and scopes that start on each day, and those, marked `!`, that ended the day before.
  fileprivate var changes: [CalendarDay: [String]] {
    var changes: [CalendarDay: [String]] = [:]
    func add(_ name: String, _ period: Period) {
      for boundary in period.boundaries(in: edition.period) {
        changes[boundary.first, default: []].append(boundary.first == period.from ? name : "!" + name)
      }
    }
    for card in cards {
      add(card.code.id, card.code.life.period)
      for scope in card.covers
      where scope.period.from != card.code.life.period.from || scope.period.through != nil {
        add("\(card.code.id)/\(scope.id)", scope.period)
      }
    }
    return changes
  }
}
