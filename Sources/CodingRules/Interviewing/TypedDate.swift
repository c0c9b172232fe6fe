/// Handling of typed dates: the date of surgery if asked for, or else the date of service.
extension Conversation {
  /// Changes the date of service; nil if the line is not a date or the date of surgery is asked for.
  mutating func takeDate(_ typed: String) -> Reply? {
    if case .surgery = stage { return nil }
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let isMarked = words.count == 2 && ["date", "on"].contains(words[0].lowercased())
    guard let day = CalendarDay(written: isMarked ? words[1] : typed) else { return nil }
    set(day: day)
    return .dated
  }

  mutating func settleSurgery(_ day: CalendarDay?) -> Reply {
    change { state in
      state.visit.surgery = day
      state.isSurgerySettled = true
    }
    return .settled
  }
}
