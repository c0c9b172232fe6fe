import CodingRules

/// The parts of an advice that the summary columns show.
final class AdviceSummary: Sendable {
  /// A line to report.
  struct Line: Hashable {
    /// The short form.
    let text: String
    /// The candidate codes.
    let codes: [String]
  }

  let topic: String
  /// The lines to report.
  let lines: [Line]
  /// The codes that are not separately reportable.
  let notSeparately: [String]
  /// The devices that include the work.
  let devices: [Device]
  /// The stated reasons for reporting nothing.
  let nothing: [String]
  /// Explanations for codes that are not in force on the date.
  let notInForce: [String]
  let warnings: RowWarnings
  /// Remarks that are not problems.
  let sentences: [String]

  /// The ids of the devices that include the work.
  var includedIn: [String] { devices.map(\.id) }

  /// - Parameter unrecognized: Values of the row that are not answers and count as empty.
  init(_ advice: Advice, unrecognized: [UnknownAnswer] = []) {
    topic = advice.topic
    lines = advice.report.map(\.value.procedure).map {
      Line(text: $0.description, codes: $0.candidates.map(\.id))
    }
    notSeparately = advice.notSeparately.flatMap(\.value.codes).map(\.id)
    devices = advice.includedIn.map(\.value.device)
    nothing = advice.nothing.map(\.value.text)
    notInForce = advice.notInForce.map { advice.explanation(of: $0.value) }
    sentences =
      advice.unused.map { "Ignored '\($0.field)' = '\($0.answer)': not asked in this case." }
      + unrecognized.map { "'\(excerpt($0.word))' is not an answer to '\($0.field)', so it was not used." }
      + (advice.basis.isReviewed ? [] : ["The rules were not reviewed for this date of service."])
    var warnings: RowWarnings = []
    if !advice.unused.isEmpty { warnings.insert(.unused) }
    if !unrecognized.isEmpty { warnings.insert(.unrecognized) }
    if !advice.basis.isReviewed { warnings.insert(.unreviewed) }
    self.warnings = warnings
  }
}
