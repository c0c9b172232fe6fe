/// Leaves open what comes with unknown words, and what is only asked.
extension Segmenter {
  mutating func applyDoubts(_ sentence: Sentence) {
    for index in segments.indices {
      let segment = segments[index]
      let act = segment.parts.first { $0.kinds.contains(.act) }?.units.lowerBound ?? .max
      let isAboutOthers = isShort && segment.foreign.contains { $0 < act && sentence.isVerblike($0) }
      if segment.isAsked || isAboutOthers || isLone(segment.statement) {
        leaveOpen(index)
      } else {
        leaveCompoundsOpen(index, sentence)
      }
    }
  }

  /// Whether a statement has one phrase about a service, or only acts, and more foreign words than
  /// that: "cast in the school play", "the tablet mount snapped".
  private func isLone(_ statement: Int) -> Bool {
    let own = segments.filter { $0.statement == statement }
    let phrases = own.flatMap(\.parts).filter { part in
      part.kinds.contains(.act)
        || lexicon.signals(of: part.meanings).contains { lexicon.topicOfSignal[$0] != nil }
    }
    let isAlone = phrases.count == 1 || !own.flatMap(\.parts).contains { $0.kinds.contains(.thing) }
    return isAlone && own.flatMap(\.foreign).count > phrases.map(\.units.count).reduce(0, +)
  }

  private mutating func leaveOpen(_ index: Int) {
    for part in segments[index].parts.indices where segments[index].parts[part].day == nil {
      segments[index].parts[part].status = .open
    }
  }

  /// Leaves open a phrase directly before a foreign word ("the model number"), after one and "of"
  /// ("storage of the models"), a single word after one ("a toy model"), and a segment with an act
  /// on one alone ("mounted the TV", "the TV was mounted").
  private mutating func leaveCompoundsOpen(_ index: Int, _ sentence: Sentence) {
    let segment = segments[index]
    let hasThings = segments.contains(where: \.hasThing)
    let isCreated = segment.parts.contains { lexicon.isCreating($0.meanings) }
    for part in segment.parts.indices where !segment.unknown.isEmpty && segment.parts[part].isNaming {
      let units = segment.parts[part].units
      let before = sentence.neighbor(of: units, by: -1, lexicon)
      let isOne =
        units.count == 1 && !isCreated || sentence.units[before + 1].word == lexicon.words.number("of")
      let isAfter = segment.foreign.contains(before) && (isOne || sentence.isVerblike(before))
      let isBefore =
        segment.foreign.contains(sentence.neighbor(of: units, by: 1, lexicon)) || sentence.isHyphenated(units)
      if segment.parts[part].kinds.contains(.act) {
        let isOfUnknown =
          isBefore || segment.foreign.contains(before) && hasThings && !segments.isOfNext(index)
        if isOfUnknown, !segment.hasThing { leaveOpen(index) }
      } else if isBefore || isAfter {
        segments[index].parts[part].status = .open
      }
    }
  }
}

extension Part {
  /// Whether it names a thing, an act or an answer.
  var isNaming: Bool {
    !kinds.isDisjoint(with: [.act, .thing])
      || meanings.contains { if case .saying = $0 { true } else { false } }
  }
}
