/// Divides a sentence into segments and marks what they deny, plan or place in the past.
struct Segmenter {
  var segments: [Segment] = []
  let lexicon: Lexicon
  /// Whether the sentence is short enough for foreign words to matter.
  let isShort: Bool
  private var current = Segment(link: .new)

  init(_ sentence: Sentence, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    isShort = sentence.isShort
    divide(sentence)
    divideClauses()
    group()
    applyCues()
    applyDoubts(sentence)
  }

  // MARK: Division

  private mutating func divide(_ sentence: Sentence) {
    var mentions = sentence.mentions[...]
    var index = 0
    while index < sentence.units.count {
      if let mention = mentions.first, mention.units.lowerBound == index {
        mentions.removeFirst()
        index = mention.units.upperBound
        add(mention)
        continue
      }
      switch sentence.units[index].kind {
      case .division(let link): close(link)
      case .day(let day):
        current.parts.append(Part(units: index..<index + 1, day: day, meanings: [], kinds: []))
      case .word where !sentence.isCovered[index]:
        current.unknown.append(index)
        if sentence.isForeign(index, lexicon) { current.foreign.append(index) }
      case .word, .number: break
      }
      index += 1
    }
    close(.new)
  }

  private mutating func add(_ mention: Sentence.Mention) {
    if case .division(let link)? = lexicon.meanings[mention.phrase].first {
      close(link)
      current.isJoined = true
    } else {
      current.parts.append(
        Part(
          units: mention.units, day: nil, meanings: lexicon.meanings[mention.phrase],
          kinds: lexicon.kinds[mention.phrase]))
    }
  }

  /// Ends the current segment; of adjacent divisions, the strongest applies.
  private mutating func close(_ link: Link) {
    if current.parts.isEmpty {
      if link == .new { current = Segment(link: link) }
      if current.link != .new { current.link = link == .and ? current.link : link }
    } else {
      segments.append(current)
      current = Segment(link: link)
    }
  }

  /// Splits a segment before a second actor with an act: "the lab printed models from a file / we
  /// sent".
  private mutating func divideClauses() {
    segments = segments.flatMap { segment -> [Segment] in
      guard let act = segment.parts.firstIndex(where: { $0.kinds.contains(.act) }),
        let actor = segment.parts[act...].firstIndex(where: { $0.kinds.contains(.actor) }),
        segment.parts[act..<actor].contains(where: { $0.kinds.contains(.thing) }),
        segment.parts[actor...].contains(where: { $0.kinds.contains(.act) })
      else { return [segment] }
      var (first, second) = (segment, segment)
      first.parts.removeSubrange(actor...)
      second.parts.removeSubrange(..<actor)
      second.link = .and
      return [first, second]
    }
  }

  /// Groups segments that share an act: a list, or a step with its details.
  private mutating func group() {
    var group = 0
    var statement = 0
    var hasAct = false
    for index in segments.indices {
      let segment = segments[index]
      if index > 0, segment.link == .new || hasAct && (segment.hasAct || beginsList(index)) {
        group += 1
        if segment.link == .new { statement += 1 }
        hasAct = false
      }
      hasAct = hasAct || segment.hasAct
      segments[index].group = group
      segments[index].statement = statement
    }
    markQuestions()
  }

  /// Whether a thing after a list with a final act belongs to the next list: "guide printed, itero
  /// and cbct merged".
  private func beginsList(_ index: Int) -> Bool {
    let previous = segments[index - 1]
    guard previous.hasAct, previous.hasThing, !previous.beginsWithAct, !previous.endsWithThing,
      segments[index].hasThing,
      let next = segments[(index + 1)...].first(where: { $0.link == .new || $0.hasAct })
    else { return false }
    return next.link != .new && next.hasThing && !next.beginsWithAct
  }

  /// Marks the segments of questions that are not about billing.
  private mutating func markQuestions() {
    let billed = segments.filter { $0.parts.contains { $0.kinds.contains(.billing) } }.map(\.statement)
    let asked = segments.filter { $0.link == .new && $0.parts.first?.kinds.contains(.question) == true }
      .map(\.statement)
    for index in segments.indices {
      let statement = segments[index].statement
      segments[index].isAsked = asked.contains(statement) && !billed.contains(statement)
    }
  }
}
