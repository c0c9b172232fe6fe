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
  /// Which statement it belongs to, counted from 0.
  var statement = 0
  /// Whether a word is in it that no phrase has.
  var hasUnknownWord = false
  /// The units that could change what the others mean: words that are neither known nor a name, and "of" before them.
  var foreign: [Int] = []
  /// The units that follow a foreign word and "of".
  var ofForeign: [Int] = []
  /// Whether foreign words leave open what it says, and what else is said of its topics.
  var isDoubted = false

  var hasAct: Bool { parts.contains { $0.kinds.contains(.act) } }
  var hasThing: Bool { parts.contains { $0.kinds.contains(.thing) } }
  /// Whether it begins as a question does.
  var isQuestion: Bool { parts.first?.kinds.contains(.question) ?? false }
  var isBilling: Bool { parts.contains { $0.kinds.contains(.billing) } }
  var hasDoer: Bool { parts.contains { $0.kinds.contains(.doer) } }
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
  var segments: [Segment] = []
  let lexicon: Lexicon
  /// Whether the sentence has so few words that each of them matters.
  let isShort: Bool
  private var current = Segment(link: .new)

  init(_ sentence: Sentence, _ lexicon: Lexicon) {
    self.lexicon = lexicon
    isShort = sentence.isShort
    divide(sentence)
    group()
    applyCues()
    applyDoubts()
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
        current.hasUnknownWord = true
        if sentence.isForeign(index, lexicon) {
          current.foreign.append(index)
          if let of = sentence.unit(ofBefore: index, lexicon) { current.foreign.append(of) }
          if let thing = sentence.unit(behindOf: index + 1, lexicon) { current.ofForeign.append(thing) }
        }
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
    var statement = 0
    var hasAct = false
    for index in segments.indices {
      let segment = segments[index]
      if index > 0, segment.link == .new || segment.hasAct && hasAct {
        group += 1
        if segment.link == .new { statement += 1 }
        hasAct = false
      }
      hasAct = hasAct || segment.hasAct
      segments[index].group = group
      segments[index].statement = statement
    }
  }
}
