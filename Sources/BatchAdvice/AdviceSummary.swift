import CodingRules

/// What of an advice is part of the result in short.
final class AdviceSummary: Sendable {
  /// A line to report.
  struct Line: Hashable {
    /// In short.
    let text: String
    /// The codes that it can be.
    let codes: [String]
  }

  let topic: String
  /// The lines to report.
  let lines: [Line]
  /// The codes that are not separately reportable.
  let notSeparately: [String]
  /// The devices that the work belongs to, by id.
  let includedIn: [String]
  /// Why there is nothing to report, where that is said outright.
  let nothing: [String]
  /// The codes that are not in force on the date, and what to do about them.
  let lapsed: [String]
  let marks: RowMarks
  /// What is no problem but worth knowing.
  let sentences: [String]

  /// - Parameter strange: Words of the row that are no answers, and count as empty.
  init(_ advice: Advice, strange: [UnknownAnswer] = []) {
    topic = advice.topic
    lines = advice.report.map(\.value.procedure).map {
      Line(text: $0.description, codes: $0.candidates.map(\.id))
    }
    notSeparately = advice.notSeparately.flatMap(\.value.codes).map(\.id)
    includedIn = advice.includedIn.map(\.value.device.id)
    nothing = advice.nothing.map(\.value.text)
    lapsed = advice.notInForce.map { advice.explanation(of: $0.value) }
    sentences =
      advice.unused.map { "Ignored '\($0.field)' = '\($0.answer)': not asked in this case." }
      + strange.map { "'\(excerpt($0.word))' is no answer to '\($0.field)', so it was not used." }
    var marks: RowMarks = []
    if !advice.unused.isEmpty { marks.insert(.unused) }
    if !strange.isEmpty { marks.insert(.strange) }
    if !advice.basis.isReviewed { marks.insert(.unreviewed) }
    self.marks = marks
  }
}
