/// Reads the content of an answer.
struct AnswerReader {
  /// The keys of an answer that is not a device.
  static let keys = ["id", "label", "also", "help", "phrase", "next"] + EffectReader.keys

  let object: WrittenObject
  /// The name of the device that the answer refers to; nil if the answer has words of its own.
  private let device: Written?

  /// - Parameter question: The shared question that the answer belongs to, if any.
  init(_ written: Written, within question: Written?, _ definitions: Definitions) {
    device = written["device"]
    object =
      device == nil
      ? definitions.object(written, Self.keys, sharing: .answer, within: question)
      : written.object(["device", "next", "notes", "dissent"])
  }

  var id: String { device?.text ?? object.name("id") }

  func words(_ definitions: Definitions) -> AnswerWords {
    guard let device else {
      return AnswerWords(
        label: object.text("label"), also: object.texts("also"), help: object.optional("help")?.text,
        phrase: object.optional("phrase")?.text)
    }
    let entry = definitions.deviceEntries.entry(named: device)?.unchecked
    let label = entry?.text("label") ?? ""
    return AnswerWords(label: label, also: entry?.texts("also") ?? [], phrase: "it was for: “\(label)”")
  }

  func reports(_ definitions: Definitions) -> [TimedProcedure] {
    device == nil ? EffectReader(definitions: definitions).reports(object) : []
  }

  /// Whether the answer can report a code, without reading the code; false only if it does not.
  func mayReport(_ code: String) -> Bool {
    guard device == nil, object.optional("report") != nil else { return false }
    return object.list("report").contains { $0["code"].map { $0.textIfAny == code } ?? true }
  }

  /// Reads the effects; a device includes the work.
  func effects(_ definitions: Definitions) -> [TimedEffect] {
    let own = EffectReader(definitions: definitions).effects(object)
    guard let device else { return own }
    let inclusion = definitions.device(named: device).map {
      Effect.includedIn(Inclusion(device: $0, reason: $0.reason))
    }
    let exclusion = definitions.contained.map(Effect.notSeparately)
    return [inclusion, exclusion].compactMap(\.self).map { TimedEffect(effect: $0, period: .always) } + own
  }
}

extension Definitions {
  /// Returns the content of an answer, which is read on first use; immediately in a book that was not checked before.
  func content(of answer: AnswerReader) -> any AnswerContent {
    if let parts { return LazyAnswer(answer, parts) }
    return StoredAnswer(
      words: answer.words(self), reports: answer.reports(self), effects: answer.effects(self))
  }
}

/// An answer's content, each part read on first use and then kept.
///
/// A single object, since a decision creates some fifty answers, and three `Deferred` values allocate nine objects.
private final class LazyAnswer: AnswerContent, @unchecked Sendable {
  private let answer: AnswerReader
  private let parts: LazyParts
  // Guarded by the lock of `parts`.
  private var knownWords: AnswerWords?
  private var knownReports: [TimedProcedure]?
  private var knownEffects: [TimedEffect]?

  init(_ answer: AnswerReader, _ parts: LazyParts) {
    (self.answer, self.parts) = (answer, parts)
  }

  var words: AnswerWords { parts.read { known(&knownWords, answer.words($0.definitions)) } }

  var reports: [TimedProcedure] { parts.read { known(&knownReports, answer.reports($0.definitions)) } }

  var effects: [TimedEffect] { parts.read { known(&knownEffects, answer.effects($0.definitions)) } }

  func mayReport(_ code: String) -> Bool {
    parts.read { _ in knownReports != nil } || answer.mayReport(code)
  }

  private func known<Value>(_ part: inout Value?, _ read: @autoclosure () -> Value) -> Value {
    if let part { return part }
    let value = read()
    part = value
    return value
  }
}
