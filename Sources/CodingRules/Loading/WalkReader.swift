/// Reads the part of a topic that words can reach, at most one of them changed.
///
/// On the walk itself everything is read; of an answer beside it, what it reports and where it leads. A question that
/// is not reached stands in its place without field and answers, so that a walk to it asks. Because questions lead
/// only forward, one pass over the file is enough.
struct WalkReader {
  /// How far a question lies from the walk.
  private enum Distance {
    case onWalk
    /// One other answer leads there.
    case beside
  }

  private let reader: TopicReader
  private let topic: String
  private let words: Answers
  private var order: QuestionOrder
  private var reach: [Distance?]

  /// The part of a topic; nil when the words stop short of an end, or when one on the walk is not an answer's id.
  static func topic(_ id: String, reachedBy words: Answers, _ reader: TopicReader) -> Topic? {
    let file = reader.files.document("topics/\(id).json", log: reader.glossary.log)
    guard let file, let list = file["questions"]?.list else { return nil }
    var walk = WalkReader(reader, id, words, ids: list.map { $0["id"]?.textIfAny ?? "" })
    var questions: [Question] = []
    for (index, question) in list.enumerated() {
      guard let question = walk.question(question, at: index) else { return nil }
      questions.append(question)
    }
    return Topic(
      id: id, title: file["title"]?.text ?? "", also: [], isService: true,
      questions: questions + walk.order.joined,
      examples: [])
  }

  private init(_ reader: TopicReader, _ topic: String, _ words: Answers, ids: [String]) {
    self.reader = reader
    self.topic = topic
    self.words = words
    order = QuestionOrder(ids: ids)
    reach = [.onWalk] + ids.dropFirst().map { _ in nil }
  }

  /// The question as far as it is needed; nil when it is on the walk and not answered.
  private mutating func question(_ written: Written, at index: Int) -> Question? {
    guard let distance = reach[index] else { return .unread(topic: topic) }
    let object = written.unchecked
    let field = object.optional("field")?.textIfAny ?? order.ids[index]
    let entries = object.list("answers")
    guard let word = words[field], entries.contains(where: { $0.answerID == word }) else {
      return distance == .onWalk ? nil : .unread(topic: topic)
    }
    var answers: [Answer] = []
    for entry in entries {
      let isGiven = entry.answerID == word
      let isOnWalk = isGiven && distance == .onWalk
      if !isGiven, distance == .beside { continue }
      let answer = isOnWalk ? reader.answer(entry, after: index, &order) : sideAnswer(entry, after: index)
      answers.append(answer)
      if let next = answer.next, next < reach.count {
        reach[next] = isOnWalk ? .onWalk : reach[next] ?? .beside
      }
    }
    return Question(
      topic: topic, id: order.ids[index], field: field, ask: object.text("ask"), why: nil, help: nil,
      scope: .service, answers: answers)
  }

  /// An answer beside the walk: what it reports, and where it leads.
  private mutating func sideAnswer(_ written: Written, after index: Int) -> Answer {
    let object = written.unchecked
    let next = object.optional("next")
    let link = next?["topic"]?.textIfAny
    let isUnread = link.map(asks) ?? false
    return Answer(
      id: written.answerID ?? "", label: "", also: [], help: nil, phrase: nil,
      effects: EffectReader(glossary: reader.glossary).bareReports(object),
      next: isUnread
        ? order.join(.unread(topic: link ?? "")) : next.flatMap { reader.next($0, after: index, &order) })
  }

  /// Whether a topic's first question is not answered by the words.
  private func asks(_ topic: String) -> Bool {
    let file = reader.files.document("topics/\(topic).json", log: reader.glossary.log)
    let first = file?["questions"]?.list.first
    return words[(first?["field"] ?? first?["id"])?.textIfAny ?? ""] == nil
  }
}

extension Written {
  /// The id of a written answer; that of its device, if it takes its words from one.
  fileprivate var answerID: String? { (self["id"] ?? self["device"])?.textIfAny }
}

extension Question {
  fileprivate static func unread(topic: String) -> Question {
    Question(
      topic: topic, id: "", field: "", ask: "", why: nil, help: nil, scope: .service, answers: [])
  }
}

extension Topic {
  /// A topic that stands for one whose questions are not read.
  fileprivate static func unread(topic: String) -> Topic {
    Topic(id: topic, title: "", also: [], isService: true, questions: [.unread(topic: topic)], examples: [])
  }
}
