/// What was looked up for the edition.
extension Definitions {
  /// Whether the edition as a whole was confirmed.
  func isEditionConfirmed(_ object: WrittenObject) -> Bool { object.optional("confirmed")?.text == edition }

  /// Whether somebody looked an entry up for this edition: `cdt-2026 2026-11-21`, with `no` behind it if in vain.
  func confirmation(_ object: WrittenObject) -> Confirmation {
    guard let written = object.optional("confirmed") else { return .missing }
    let words = written.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let day = words.count > 1 ? CalendarDay(words[1]) : nil
    guard let day, reviewed.map({ day <= $0 }) ?? true, words.count == 2 || words[2...] == ["no"] else {
      written.fault(
        .badValue(
          written.text,
          expected: "'\(edition)', the day of looking it up, and 'no' if it was not found"))
      return .missing
    }
    if words[0] != edition { return .missing }
    return words.count == 2 ? .confirmed : .notFound
  }
}
