/// The words of a sentence that have no effect on its reading, as the longest stretches.
///
/// A known word has an effect if a service, an answer, a fact, the date or a question came from it,
/// or if it only adds a detail to words about a service in its segment ("took" a pano).
struct UnusedWords {
  private enum Use {
    case used
    case unused
    /// Says nothing alone and goes with the words around it.
    case neutral
    /// The same, but never begins or ends a stretch.
    case filler
    case division
  }

  private let sentence: Sentence
  private let lexicon: Lexicon
  private let drafts: [ServiceDraft]
  /// Whether something in the reading came from each unit, and whether it is about a service.
  private var isSource: [Bool]
  private var isOfService: [Bool]
  /// Whether each unit says something else about a service.
  private var isOther: [Bool]
  /// The signals of the words it came from.
  private var said = SignalSet()
  private var uses: [Use]

  /// - Parameters:
  ///   - sources: The units that the services and their answers came from.
  ///   - others: The units that the facts, the date and the questions came from.
  init(
    _ sentence: Sentence, _ segments: [Segment], _ lexicon: Lexicon, _ drafts: [ServiceDraft],
    sources: [Range<Int>], others: [Range<Int>]
  ) {
    self.sentence = sentence
    self.lexicon = lexicon
    self.drafts = drafts
    isOfService = sentence.units.map { _ in false }
    isOther = isOfService
    for unit in drafts.flatMap(\.unused).joined() { isOther[unit] = true }
    for unit in sources.joined() { isOfService[unit] = true }
    isSource = isOfService
    for unit in others.joined() { isSource[unit] = true }
    uses = sentence.units.indices.map { unit in
      if case .division = sentence.units[unit].kind { return .division }
      return sentence.isCovered[unit] ? .filler : .unused
    }
    for mention in sentence.mentions {
      if case .division? = lexicon.meanings[mention.phrase].first { set(mention.units, .division) }
    }
    for part in segments.flatMap(\.parts) where isUsed(part) {
      for signal in lexicon.signals(of: part.meanings) { said.insert(signal) }
    }
    for segment in segments { use(segment) }
  }

  private mutating func use(_ segment: Segment) {
    let used = segment.parts.filter(isUsed)
    let hasService = used.contains { isOfService[$0.units.lowerBound] }
    for part in segment.parts {
      let isDetail = hasService || !used.isEmpty && lexicon.isCreating(part.meanings)
      set(part.units, isUsed(part) ? .used : use(of: part, isDetail: isDetail && part.status == .stated))
    }
  }

  private func isUsed(_ part: Part) -> Bool { part.status != .open && isSource[part.units.lowerBound] }

  private mutating func set(_ units: Range<Int>, _ use: Use) {
    for unit in units { uses[unit] = use }
  }

  /// Returns the use of a part that is not a source.
  private func use(of part: Part, isDetail: Bool) -> Use {
    let sayings = part.meanings.compactMap { if case .saying(let saying) = $0 { saying } else { nil } }
    let signals = lexicon.signals(of: part.meanings)
    if part.status == .stated, sayings.contains(where: isKept) { return .used }
    if isOther[part.units.lowerBound] { return .unused }
    let isFact = signals.contains { lexicon.factual.contains($0) && !said.contains($0) }
    let isCode = signals.contains { lexicon.signals[$0].kind == .code }
    if isDay(part) || isFact || isCode { return .unused }
    if isDetail {
      // It states nothing that a service of the sentence could have, and not only an answer.
      let isSilent = !sayings.contains { signals.isEmpty || hasTopic($0) }
      if isSilent, part.isNaming || part.kinds.contains(.actor) { return .used }
    }
    if part.isNaming { return .unused }
    return signals.allSatisfy(lexicon.idle.contains) && !part.kinds.contains(.cue) ? .filler : .neutral
  }

  private func isDay(_ part: Part) -> Bool {
    part.day != nil
      || part.meanings.contains {
        if case .cue(let cue) = $0 { lexicon.cues[cue].effect == .recent } else { false }
      }
  }

  private func isKept(_ saying: Int) -> Bool {
    drafts.contains { draft in
      draft.topic == lexicon.sayingTargets[saying].topic
        && draft.answers.contains {
          $0.field == lexicon.sayings[saying].field && $0.answer == lexicon.sayings[saying].answer
        }
    }
  }

  private func hasTopic(_ saying: Int) -> Bool {
    drafts.contains { $0.topic == lexicon.sayingTargets[saying].topic }
  }

  /// The units between divisions and words with an effect, in sentence order.
  var stretches: [Range<Int>] {
    uses.indices.split { uses[$0] == .used || uses[$0] == .division }.compactMap { run in
      guard run.contains(where: { uses[$0] == .unused }),
        let first = run.first(where: { uses[$0] != .filler }),
        let last = run.last(where: { uses[$0] != .filler })
      else { return nil }
      return first..<last + 1
    }
  }
}

/// Returns a remark about unused words, without numbers, except those that may be a day ("3/2"); nil if no
/// words are left.
package func remark(onUnused words: [String]) -> String? {
  let shown = words.filter { word in
    !word.utf8.allSatisfy { $0.isDigit || "#/".utf8.contains($0) }
      || ["", "/2024"].contains { CalendarDay(written: word + $0) != nil }
  }
  return shown.isEmpty ? nil : "Not used: " + shown.map { excerpt($0) }.joined(by: ", ")
}
