/// A phrase or a day in a sentence, and whether the sentence says that it is so.
struct Part {
  enum Status: Int, Comparable {
    /// It is so.
    case stated
    /// The thing is from before: it can be worked on, but is no service.
    case old
    /// It is not so.
    case denied
    /// It is past, planned or only possible.
    case open

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  let units: Range<Int>
  let day: CalendarDay?
  let meanings: [Lexicon.Meaning]
  let kinds: Lexicon.Kinds
  var status = Status.stated
}

/// What is written between two divisions of a sentence.
struct Segment {
  /// How it is joined to the one before.
  var link: Link
  var parts: [Part] = []
  /// Which list or step of the sentence it belongs to, counted from 0.
  var group = 0

  var hasAct: Bool { parts.contains { $0.kinds.contains(.act) } }
  var hasThing: Bool { parts.contains { $0.kinds.contains(.thing) } }
  var hasActor: Bool { parts.contains { $0.kinds.contains(.actor) } }
  /// Whether it says that it is of this visit.
  var isNow: Bool { parts.contains { $0.kinds.contains(.now) } }
  /// Whether what is done comes before what it is done to.
  var beginsWithAct: Bool {
    parts.first { !$0.kinds.isDisjoint(with: [.act, .thing]) }?.kinds.contains(.act) ?? false
  }
}

/// Divides a sentence into segments, and marks what they deny, plan or report of the past.
struct Segmenter {
  private(set) var segments: [Segment] = []
  private let lexicon: Lexicon
  private var current = Segment(link: .new)

  init(_ sentence: Sentence, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    divide(sentence)
    group()
    applyCues()
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
      case .word, .number: break
      }
      index += 1
    }
    close(.new)
  }

  private mutating func add(_ mention: Sentence.Mention) {
    if let link = lexicon.division(mention.phrase) {
      close(link)
    } else {
      current.parts.append(
        Part(
          units: mention.units, day: nil, meanings: lexicon.meanings[mention.phrase],
          kinds: lexicon.kinds[mention.phrase]))
    }
  }

  /// Ends the segment at hand; of several divisions in a row the strongest counts.
  private mutating func close(_ link: Link) {
    if current.parts.isEmpty {
      if current.link != .new { current.link = link == .and ? current.link : link }
    } else {
      segments.append(current)
      current = Segment(link: link)
    }
  }

  /// Puts segments together that share one act: a list, or a step with what goes with it.
  private mutating func group() {
    var group = 0
    var hasAct = false
    for index in segments.indices {
      let segment = segments[index]
      if index > 0, segment.link == .new || segment.hasAct && hasAct {
        group += 1
        hasAct = false
      }
      hasAct = hasAct || segment.hasAct
      segments[index].group = group
    }
  }

  // MARK: Cues

  private mutating func applyCues() {
    var late: [Int] = []
    for segment in segments.indices {
      for part in segments[segment].parts.indices where segments[segment].parts[part].kinds.contains(.cue) {
        for case .cue(let cue) in segments[segment].parts[part].meanings {
          apply(lexicon.cues[cue], at: segment, part)
          if lexicon.cues[cue].effect == .yet { late.append(segment) }
        }
      }
    }
    for segment in late {
      for part in segments[segment].parts.indices where segments[segment].parts[part].status == .denied {
        segments[segment].parts[part].status = .open
      }
    }
  }

  private mutating func apply(_ cue: Cue, at segment: Int, _ part: Int) {
    let count = segments[segment].parts.count
    switch cue.reach {
    case .ahead:
      mark(segment, part + 1..<count, cue.effect)
      spreadAhead(from: segment, part, cue.effect)
    case .within:
      mark(segment, part + 1..<count, cue.effect)
    case .back:
      mark(segment, 0..<part, cue.effect)
      spreadBack(from: segment, cue.effect)
    case .around:
      mark(segment, 0..<count, cue.effect)
      spreadBack(from: segment, cue.effect)
    case .next:
      let following = segments[segment].parts[(part + 1)...]
      let next = following.firstIndex { $0.kinds.contains(.thing) }
      if following.first?.day != nil {
        mark(segment, part + 1..<part + 2, .planned)
      } else if let next {
        mark(segment, next..<next + 1, cue.effect, isOne: true)
      }
    case .previous:
      let previous = segments[segment].parts[..<part].lastIndex { $0.kinds.contains(.thing) }
      if let previous { mark(segment, previous..<previous + 1, cue.effect, isOne: true) }
    case .heading:
      let isHeading = segments.indices.contains(segment + 1) && segments[segment + 1].link == .list
      for index in segments.indices.dropFirst(segment + 1) where isHeading {
        guard index == segment + 1 || segments[index].link != .new, !segments[index].isNow else { break }
        mark(index, segments[index].parts.indices, cue.effect)
      }
    }
  }

  /// Goes on to the further things of a list; a new act ends the reach, but not behind "or" or in one plan.
  private mutating func spreadAhead(from start: Int, _ part: Int, _ effect: Cue.Effect) {
    let isOfThings = isOfThings(start, behind: part)
    for index in segments.indices.dropFirst(start + 1) {
      let segment = segments[index]
      guard segment.link != .new else { return }
      let isSamePlan = effect != .not && segment.link == .and && !segment.hasActor && segment.beginsWithAct
      guard !segment.hasAct && isOfThings || segment.link == .or || isSamePlan else { return }
      guard !segment.isNow || segment.link == .or else { return }
      markSharers(index, effect)
    }
  }

  /// Whether the words behind a cue begin with a thing, or with an act that leaves nothing when it is denied.
  private func isOfThings(_ segment: Int, behind part: Int) -> Bool {
    let first = segments[segment].parts[(part + 1)...].first { !$0.kinds.isDisjoint(with: [.act, .thing]) }
    guard let first else { return false }
    return first.kinds.contains(.thing) || lexicon.isCreating(first.meanings)
  }

  /// Goes back to the things of the list before, and to an act that shares the time of the next.
  private mutating func spreadBack(from start: Int, _ effect: Cue.Effect) {
    var index = start
    while index > 0, segments[index].link != .new {
      index -= 1
      let segment = segments[index]
      let next = segments[index + 1]
      let isSameTime = effect != .not && next.hasAct && next.beginsWithAct && !next.hasThing && !next.hasActor
      guard !segment.hasAct || isSameTime, !segment.isNow else { return }
      markSharers(index, effect)
    }
  }

  /// Marks what a list shares: its things and acts.
  private mutating func markSharers(_ segment: Int, _ effect: Cue.Effect) {
    for part in segments[segment].parts.indices
    where !segments[segment].parts[part].kinds.isDisjoint(with: [.thing, .act]) {
      mark(segment, part..<part + 1, effect)
    }
  }

  private mutating func mark(_ segment: Int, _ parts: Range<Int>, _ effect: Cue.Effect, isOne: Bool = false) {
    let status: Part.Status? =
      switch effect {
      case .not: .denied
      case .planned: .open
      case .past: isOne ? .old : .open
      case .yet, .now: nil
      }
    guard let status else { return }
    for part in parts {
      segments[segment].parts[part].status = max(segments[segment].parts[part].status, status)
    }
  }
}
