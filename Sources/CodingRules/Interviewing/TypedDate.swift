/// What typed dates do: at the question for it the date of the surgery, else that of the service.
extension Conversation {
  /// Changes the date of service; nil when the line is no date, or another date is asked for.
  mutating func takeDate(_ typed: String) -> Reply? {
    if case .surgery = stage { return nil }
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let isMarked = words.count == 2 && ["date", "on"].contains(words[0].lowercased())
    guard let day = CalendarDay(written: isMarked ? words[1] : typed) else { return nil }
    set(day: day)
    return .dated
  }

  mutating func takeSurgery(_ typed: String) -> Reply {
    CalendarDay(written: typed).map { settleSurgery($0) } ?? .noDate(typed)
  }

  mutating func settleSurgery(_ day: CalendarDay?) -> Reply {
    change { state in
      state.visit.surgery = day
      state.isSurgerySettled = true
    }
    return .settled
  }
}
