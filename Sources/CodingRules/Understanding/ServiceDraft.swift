/// A service as a sentence describes it.
struct ServiceDraft {
  let topic: Int
  /// The segments that speak of it.
  var events: [Int]
  /// Whether it is of a thing that is never part of a service with others.
  let isApart: Bool
  /// The answers that distinguish it from other services of its topic.
  var distinct: [Int] = []
  var answers: [DraftAnswer] = []
}

/// An answer, and the units it came from.
struct DraftAnswer {
  let field: String
  let answer: String
  let units: Range<Int>
}
