extension Check {
  /// The edition lists every day on which codes, or what they cover, begin or end, with each of them.
  static let changesListed = Check { book in
    let listed = book.parts.read { $0.changes }
    guard !listed.isEmpty else { return [] }
    var expected: [CalendarDay: [String]] = [:]
    for change in listed { expected[change.day] = change.outcome }
    let found = book.changes
    return Set(expected.keys).union(found.keys).sorted().compactMap { day in
      let (told, are) = (Set(expected[day] ?? []), Set(found[day] ?? []))
      if told == are { return nil }
      let kind = Finding.Kind.changesDiffer(
        day: day, missing: are.subtracting(told).sorted(), extra: told.subtracting(are).sorted())
      return Finding(kind, file: "edition.json", path: "changes")
    }
  }
}

extension RuleBook {
  /// The codes and scopes that begin on a day, and those that have ended by it, with an exclamation mark before them.
  fileprivate var changes: [CalendarDay: [String]] {
    var changes: [CalendarDay: [String]] = [:]
    func add(_ name: String, _ period: Period) {
      for turn in period.turns(in: edition.period) {
        changes[turn.first, default: []].append(turn.first == period.from ? name : "!" + name)
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
