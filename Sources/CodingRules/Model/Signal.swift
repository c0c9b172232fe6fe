/// Words that change the meaning of other words.
struct Cue: Sendable {
  /// The effect on the other words.
  enum Effect: String, CaseIterable, Sendable {
    /// They are denied.
    case not
    /// They are in the future, desired or possible.
    case planned
    /// They are in the past.
    case past
    /// What is denied has only not been done yet.
    case yet
    /// They are part of this visit, regardless of the words around them.
    case now
    /// The same, on a day that is not certain.
    case recent
  }

  /// The words affected, within a group that belongs together.
  enum Reach: String, CaseIterable, Sendable {
    /// Those that follow, including the rest of a list.
    case ahead
    /// Those that follow, up to the next break.
    case within
    /// Those that precede.
    case back
    /// Both.
    case around
    /// The next day, or else the next thing.
    case next
    /// The previous thing.
    case previous
    /// What follows a heading; only before a colon.
    case heading
  }

  let effect: Effect
  let reach: Reach
  let words: [String]
}

/// A concept that words stand for.
struct Signal: Sendable {
  /// Its role in a sentence.
  enum Kind: String, CaseIterable, Sendable {
    /// Who does something; a later act without an actor has the same one.
    case actor
    /// Where or by whom something is done, for this act only.
    case doer
    /// An action.
    case act
    /// The object of an action.
    case thing
    /// Anything else.
    case mark
    /// A word for the previous thing, such as "them".
    case pronoun
    /// A word for one more of the next thing, such as "another".
    case more
    /// A question about billing.
    case billing
    /// A word that starts a question; what it names counts as stated only if it is about billing.
    case question
    /// A procedure code, which names its topic only if nothing else does.
    case code
  }

  let name: String
  let kind: Kind
  /// The topic whose service the thing is; nil if it is not a service on its own.
  let topic: String?
  /// A thing starts a service only if one of these is in the sentence, or it is the only thing;
  /// always if empty.
  let with: [String]
  /// A thing does not start a service if one of these is in the same part of the sentence.
  let without: [String]
  /// The topics that have no service of their own in a sentence with this thing.
  let absorbs: [String]
  /// Whether denying the act also denies its things.
  let isCreating: Bool
  /// Whether the act uses its things, which are then not services of their own.
  let isUsing: Bool
  /// Whether the act applies to every thing in a list: "took pano and ceph".
  let isShared: Bool
  /// Whether the thing never shares a service with other things of its topic.
  let isApart: Bool
  /// Whether the topic's own names also stand for it.
  let takesNames: Bool
  let words: [String]
}
