/// A phrase or a day in a sentence, with its status.
struct Part {
  enum Status: Int, Comparable {
    /// It happened on this visit.
    case stated
    /// It existed before the visit: it can be worked on, but is not a service.
    case old
    /// It did not happen.
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

/// The part of a sentence between two divisions.
struct Segment {
  /// The link to the previous segment.
  var link: Link
  /// Whether a word, such as "and", makes this link.
  var isJoined = false
  var parts: [Part] = []
  /// The 0-based index of the list or step it belongs to.
  var group = 0
  /// The 0-based index of the statement it belongs to.
  var statement = 0
  /// The units of words that are not part of any phrase.
  var unknown: [Int] = []
  /// The units of foreign words, which could change the meaning of others.
  var foreign: [Int] = []

  var hasAct: Bool { parts.contains { $0.kinds.contains(.act) } }
  var hasThing: Bool { parts.contains { $0.kinds.contains(.thing) } }
  /// Whether its statement is a question that is not about billing.
  var isAsked = false
  var hasPronoun: Bool { parts.contains { $0.kinds.contains(.pronoun) } }
  var hasActor: Bool { parts.contains { $0.kinds.contains(.actor) } }
  var hasCue: Bool { parts.contains { $0.kinds.contains(.cue) } }
  /// Whether it says that it is about this visit.
  var isNow: Bool { parts.contains { $0.kinds.contains(.now) } }
  /// Whether the act comes before its things.
  var beginsWithAct: Bool {
    parts.first { !$0.kinds.isDisjoint(with: [.act, .thing]) }?.kinds.contains(.act) ?? false
  }
  /// Whether a thing comes last, which can begin a list: "took a pano", "face scan merged with itero".
  var endsWithThing: Bool {
    parts.last { !$0.kinds.isDisjoint(with: [.act, .thing]) }?.kinds.contains(.thing) ?? false
  }
}

extension [Segment] {
  /// Whether a segment's act applies to the things of the next segment: "took and read a pano".
  func isOfNext(_ index: Int) -> Bool {
    let segment = self[index]
    guard let next = dropFirst(index + 1).first else { return false }
    return segment.hasAct && !segment.hasThing && !segment.hasPronoun && next.link == .and
      && next.beginsWithAct && next.hasThing && !next.hasActor
  }
}
