/// A service as described by a sentence.
struct ServiceDraft {
  let topic: Int
  /// The indices of the segments about it.
  var events: [Int] = []
  /// Whether its thing never shares a service with others.
  var isApart = false
  /// The sayings that distinguish it from other services of its topic.
  var distinct: [Int] = []
  var answers: [DraftAnswer] = []
  /// The units of answers that others contradict, and of words for one more service.
  var unused: [Range<Int>] = []
}

/// An answer, and the units it came from.
struct DraftAnswer {
  let field: String
  let answer: String
  let units: [Range<Int>]
}

extension [Range<Int>] {
  /// The range from the first unit to the last; for a nonempty list.
  var hull: Range<Int> {
    reduce(self[0]) { Swift.min($0.lowerBound, $1.lowerBound)..<Swift.max($0.upperBound, $1.upperBound) }
  }
}
