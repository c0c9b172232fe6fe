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
  /// The units of the words that no phrase has.
  var unknown: [Int] = []
  /// The units that could change what the others mean: words that are neither known nor a name.
  var foreign: [Int] = []

  var hasAct: Bool { parts.contains { $0.kinds.contains(.act) } }
  var hasThing: Bool { parts.contains { $0.kinds.contains(.thing) } }
  /// Whether it begins as a question does.
  var isQuestion: Bool { parts.first?.kinds.contains(.question) == true }
  /// Whether its statement only asks something, and not about billing.
  var isAsked = false
  var isBilling: Bool { parts.contains { $0.kinds.contains(.billing) } }
  var hasPronoun: Bool { parts.contains { $0.kinds.contains(.pronoun) } }
  var hasActor: Bool { parts.contains { $0.kinds.contains(.actor) } }
  /// Whether it says that it is of this visit.
  var isNow: Bool { parts.contains { $0.kinds.contains(.now) } }
  /// Whether what is done comes before what it is done to.
  var beginsWithAct: Bool {
    parts.first { !$0.kinds.isDisjoint(with: [.act, .thing]) }?.kinds.contains(.act) ?? false
  }
}
