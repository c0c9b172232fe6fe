/// Readers of confirmations for the edition.
extension Definitions {
  /// Whether the edition as a whole was confirmed.
  func isEditionConfirmed(_ object: WrittenObject) -> Bool { object.optional("confirmed")?.text == edition }

  /// Reads the confirmation of an entry: `cdt-2026 2026-11-21`, then `no` if no source was found.
  func confirmation(_ object: WrittenObject) -> Confirmation {
    guard let written = object.optional("confirmed") else { return .missing }
    let text = written.text
    if !written.file.isChecked, !isConfirmation(text) {
      written.fault(
        .badValue(text, expected: "'\(edition)', the day of looking it up, and 'no' if it was not found"))
      return .missing
    }
    return !text.hasPrefix(edition + " ") ? .missing : text.hasSuffix(" no") ? .notFound : .confirmed
  }

  /// Whether a text is an edition and a day up to the last review, optionally followed by `no`.
  private func isConfirmation(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 1, let day = CalendarDay(words[1]) else { return false }
    return reviewed.map { day <= $0 } ?? true && (words.count == 2 || words[2...] == ["no"])
  }
}
