/// A service as described by a sentence.
struct ServiceDraft {
  let topic: Int
  /// The indices of the segments about it.
  var events: [Int]
  /// Whether its thing never shares a service with others.
  let isApart: Bool
  /// The sayings that distinguish it from other services of its topic.
  var distinct: [Int] = []
  var answers: [DraftAnswer] = []
}

/// An answer, and the units it came from.
struct DraftAnswer {
  let field: String
  let answer: String
  let units: Range<Int>
}
