/// Reads topics, each once: every name resolved, linked topics joined.
final class TopicReader {
  private let files: RuleFiles
  private let definitions: Definitions
  /// The topics that the edition lists.
  private let listed: [String]
  private var topics = SortedTable<Topic>()
  private var written = SortedTable<Written>()
  /// The topics that are being read, each linked from the one before.
  private var open: [String] = []

  init(_ files: RuleFiles, _ definitions: Definitions, listed: [String]) {
    self.files = files
    self.definitions = definitions
    self.listed = listed
  }

  /// A topic that the edition lists; nil when its file is missing or not JSON.
  func topic(_ id: String) -> Topic? {
    if let topic = topics[id] { return topic }
    open.append(id)
    defer { open.removeLast() }
    guard let file = files.document("topics/\(id).json", log: definitions.log) else { return nil }
    written[id] = file
    let topic = read(file, id)
    topics[id] = topic
    return topic
  }

  /// The worked answers of a topic, in the order of its file.
  func examples(of topic: Topic) -> [Example] {
    let reader = ExampleReader(definitions: definitions, topic: topic)
    return written[topic.id]?.unchecked.list("examples").map(reader.example) ?? []
  }

  /// The topic that an answer leads to; nil, and reported, when it is not known or leads back here.
  private func linkedTopic(_ written: Written) -> Topic? {
    guard let name = written.object(["topic"]).required("topic") else { return nil }
    let id = name.text
    guard listed.contains(id) else {
      name.fault(.nameUnknown(kind: "topic", name: id, suggestion: nearestName(to: id, among: listed)))
      return nil
    }
    guard !open.contains(id) else {
      name.fault(.topicsInCircle(topic: id))
      return nil
    }
    return topic(id)
  }

  private func read(_ written: Written, _ id: String) -> Topic {
    let object = written.object(["topic", "title", "also", "service", "questions", "examples"])
    let name = object.required("topic")
    if let name, name.text != id {
      name.fault(.badValue(name.text, expected: "'\(id)', as the file is called"))
    }
    let (own, all) = questions(object, of: id)
    return Topic(
      id: id, title: object.text("title"), also: object.texts("also"),
      isService: definitions.deferred { _ in object.optional("service")?.flag ?? true }, own: own, all: all)
  }

  /// The questions of a topic's file, and these with those of linked topics.
  private func questions(
    _ topic: WrittenObject, of id: String
  ) -> (own: [Question], all: Deferred<[Question]>) {
    let written = Array(topic.requiredList("questions"))
    if written.isEmpty {
      topic.required("questions")?.fault(.badValue("[]", expected: "at least one question"))
    }
    if written.count > Topic.maxQuestions {
      topic.required("questions")?.fault(.tooMany("questions", max: Topic.maxQuestions))
      return ([], Deferred([]))
    }
    let ids = written.map { ($0["id"] ?? $0["use"])?.textIfAny ?? "" }
    for (index, question) in written.enumerated() where ids[..<index].contains(ids[index]) {
      question.fault(.nameRepeated(kind: "question", name: ids[index]))
    }
    let objects = written.map { definitions.object($0, Self.questionKeys, sharing: .question) }
    let linked = definitions.deferred { _ in self.linked(objects) }
    let own = objects.enumerated().map { index, object in
      question(object, of: id, Order(ids: ids, index: index, linked: linked))
    }
    let all = definitions.deferred { _ in own + linked.value.questions }
    if !topic.written.file.isChecked, all.value.reduce(0, { $0 + $1.answers.count }) > Topic.maxAnswers {
      topic.required("questions")?.fault(.tooMany("answers", max: Topic.maxAnswers))
    }
    return (own, all)
  }

  /// The questions of the topics that answers lead to.
  private struct LinkedQuestions: Sendable {
    var questions: [Question] = []
    /// The indexes of each topic's first question in the list of all.
    var starts = SortedTable<Int>()
  }

  /// Where the answers of a question can lead.
  private struct Order {
    /// The ids of the topic's own questions.
    let ids: [String]
    /// The index of the question.
    let index: Int
    let linked: Deferred<LinkedQuestions>
  }

  /// The questions of the topics that answers lead to, each topic once.
  private func linked(_ questions: [WrittenObject]) -> LinkedQuestions {
    var linked = LinkedQuestions()
    for question in questions {
      for answer in question.requiredList("answers") {
        guard let next = answer["next"] ?? definitions.shared(answer, within: question.shared)?["next"],
          next.isObject, let topic = linkedTopic(next), !topic.questions.isEmpty,
          linked.starts[topic.id] == nil
        else { continue }
        let start = questions.count + linked.questions.count
        if start + topic.questions.count > Topic.maxQuestions {
          next.fault(.tooMany("questions", max: Topic.maxQuestions))
          continue
        }
        linked.starts[topic.id] = start
        linked.questions += topic.questions.map { moved($0, by: start) }
      }
    }
    return linked
  }

  /// A question whose links are shifted by an offset.
  private func moved(_ question: Question, by offset: Int) -> Question {
    Question(
      topic: question.topic, id: question.id, field: question.field, scope: question.scope,
      content: definitions.deferred { _ in question.content.value.moved(by: offset) })
  }

  private func question(_ object: WrittenObject, of topic: String, _ order: Order) -> Question {
    let id = object.name("id")
    return Question(
      topic: topic, id: id, field: object.optional("field")?.name ?? id,
      scope: object.optional("scope")?.choice(Question.Scope.self) ?? .service,
      content: definitions.deferred { _ in self.content(object, order) })
  }

  private func content(_ object: WrittenObject, _ order: Order) -> Question.Content {
    var answers: [Answer] = []
    for entry in object.requiredList("answers") {
      let answer = answer(entry, of: object.shared) { next($0, order) }
      if answers.contains(where: { $0.id == answer.id }) {
        entry.fault(.nameRepeated(kind: "answer", name: answer.id))
      }
      answers.append(answer)
      if answers.count > Question.maxAnswers {
        entry.fault(.tooMany("answers", max: Question.maxAnswers))
        break
      }
    }
    if answers.count < 2 { object.optional("answers")?.fault(.tooFewAnswers) }
    return Question.Content(
      ask: object.text("ask"), why: object.optional("why")?.text, help: object.optional("help")?.text,
      lookIn: object.optional("lookIn")?.text, answers: answers)
  }

  /// The keys of a question.
  static let questionKeys = ["id", "field", "ask", "why", "help", "lookIn", "scope", "answers"]

  /// An answer to a question, which may be a shared one.
  private func answer(_ written: Written, of question: Written?, next: (Written) -> Int?) -> Answer {
    let reader = AnswerReader(written, within: question, definitions)
    return Answer(
      id: reader.id, next: reader.object.optional("next").flatMap(next),
      content: definitions.content(of: reader))
  }

  /// The index of the question that an answer leads to; nil, and reported, when there is none.
  private func next(_ written: Written, _ order: Order) -> Int? {
    if written.isObject { return written["topic"]?.textIfAny.flatMap { order.linked.value.starts[$0] } }
    let name = written.text
    guard let target = order.ids.firstIndex(of: name) else {
      written.fault(
        .nameUnknown(kind: "question", name: name, suggestion: nearestName(to: name, among: order.ids)))
      return nil
    }
    if target <= order.index { written.fault(.leadsBack(question: name)) }
    return target
  }
}
