/// The questions of a topic in order: its own by id, then those of the topics it leads to.
struct QuestionOrder {
  let ids: [String]
  private(set) var joined: [Question] = []
  private var starts = SortedTable<Int>()

  /// How many questions there are.
  var count: Int { ids.count + joined.count }

  init(ids: [String]) {
    self.ids = ids
  }

  /// The index of a topic's first question; its questions are joined when it is first linked.
  mutating func join(_ topic: Topic) -> Int {
    if let start = starts[topic.id] { return start }
    let start = ids.count + joined.count
    joined += topic.questions.map { $0.moved(by: start) }
    starts[topic.id] = start
    return start
  }
}

extension Question {
  /// The question in a longer list, so much further back.
  fileprivate func moved(by offset: Int) -> Question {
    Question(
      topic: topic, id: id, field: field, ask: ask, why: why, help: help, lookIn: lookIn, scope: scope,
      answers: answers.map { $0.moved(by: offset) })
  }
}
