/// Words that change what others state.
struct Cue: Sendable {
  /// What becomes of the others.
  enum Effect: String, CaseIterable, Sendable {
    /// They are denied.
    case not
    /// They are in the future, wished or possible.
    case planned
    /// They are in the past.
    case past
    /// What is denied is only not done so far.
    case yet
    /// They are of this visit, whatever the words before and after them say.
    case now
  }

  /// Which others, within what belongs together.
  enum Reach: String, CaseIterable, Sendable {
    /// Those that follow, the further things of a list among them.
    case ahead
    /// Those that follow before the next division.
    case within
    /// Those that precede.
    case back
    /// Both.
    case around
    /// The next day, or else the next thing.
    case next
    /// The thing before.
    case previous
    /// What follows a heading; only before a colon.
    case heading
  }

  let effect: Effect
  let reach: Reach
  let words: [String]
}

/// What words stand for.
struct Signal: Sendable {
  /// What part it has in a sentence.
  enum Kind: String, CaseIterable, Sendable {
    /// Who does something; an act that follows without an actor has the same one.
    case actor
    /// Where or by whom something is done; for this act alone.
    case doer
    /// What is done.
    case act
    /// What it is done to.
    case thing
    /// Anything else.
    case mark
    /// A word for the thing before, such as "them".
    case pronoun
    /// A question of how things are billed.
    case billing
    /// A word that begins a question; what the question names is stated only where it is about billing.
    case question
    /// A procedure code, which names its topic only where nothing else does.
    case code
  }

  let name: String
  let kind: Kind
  /// The topic whose service the thing is; nil when it is none by itself.
  let topic: String?
  /// A thing starts a service only where one of these is in the sentence, or it is alone; anywhere if empty.
  let with: [String]
  /// A thing starts no service where one of these is in the same part of the sentence.
  let without: [String]
  /// The topics that have no service of their own in a sentence with this thing.
  let absorbs: [String]
  /// Whether the act, when denied, leaves nothing of its things.
  let isCreating: Bool
  /// Whether the act uses its things, which are then no service of their own.
  let isUsing: Bool
  /// Whether the act holds for all things of a list: "took pano and ceph".
  let isShared: Bool
  /// Whether the thing is never part of a service with other things of its topic.
  let isApart: Bool
  /// Whether the topic's own names stand for it, too.
  let takesNames: Bool
  let words: [String]
}
