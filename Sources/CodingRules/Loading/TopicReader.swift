/// Reads topics, each once, with names resolved and linked topics appended.
final class TopicReader {
  private let files: RuleFiles
  private let definitions: Definitions
  /// The topics that the edition lists.
  private let listed: [String]
  private var topics = SortedTable<Topic>()
  private var written = SortedTable<Written>()
  /// The topics being read, each linked from the previous one.
  private var open: [String] = []

  init(_ files: RuleFiles, _ definitions: Definitions, listed: [String]) {
    self.files = files
    self.definitions = definitions
    self.listed = listed
  }

  /// Returns a topic that the edition lists; nil if its file is missing or not JSON.
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

  /// Returns the examples of a topic, in file order.
  func examples(of topic: Topic) -> [Example] {
    let reader = ExampleReader(definitions: definitions, topic: topic)
    return written[topic.id]?.unchecked.list("examples").map(reader.example) ?? []
  }

  /// Returns the topic an answer leads to; nil, and reported, if it is unknown or leads back here.
  private func linkedTopic(_ written: Written) -> Topic? {
    guard let name = written.object(["topic"]).required("topic") else { return nil }
    let id = name.text
    guard listed.contains(id) else {
      name.fault(.unknown("topic", id, among: listed))
      return nil
    }
    guard !open.contains(id) else {
      name.fault("the topic '\(id)' leads back here, so it cannot come next")
      return nil
    }
    return topic(id)
  }

  private func read(_ written: Written, _ id: String) -> Topic {
    let object = written.object(["topic", "title", "also", "service", "questions", "examples"])
    let name = object.required("topic")
    if let name, name.text != id {
      name.fault(.badValue(name.text, expected: "'\(id)', the name of the file"))
    }
    let (own, all) = questions(object, of: id)
    return Topic(
      id: id, title: object.text("title"),
      details: definitions.deferred { _ in
        Topic.Details(also: object.texts("also"), isService: object.optional("service")?.flag ?? true)
      },
      own: own, all: all)
  }

  /// Reads the questions of a topic's file, and prepares the list that includes those of linked topics.
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
    /// The index of each topic's first question in the list of all.
    var starts = SortedTable<Int>()
  }

  /// The questions that a question's answers can lead to.
  private struct Order {
    /// The ids of the topic's own questions.
    let ids: [String]
    /// The index of this question.
    let index: Int
    let linked: Deferred<LinkedQuestions>
  }

  /// Returns the questions of the topics that answers lead to, each topic once.
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
        linked.questions += topic.questions.map { shifted($0, by: start) }
      }
    }
    return linked
  }

  /// Returns a question whose links are shifted by an offset.
  private func shifted(_ question: Question, by offset: Int) -> Question {
    Question(
      topic: question.topic, id: question.id, field: question.field, scope: question.scope,
      content: definitions.deferred { _ in question.content.value.shifted(by: offset) })
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
    answers.reserveCapacity(8)
    for entry in object.requiredList("answers") {
      let answer = answer(entry, of: object.shared) { next($0, order) }
      if !entry.file.isChecked, answers.contains(where: { $0.id == answer.id }) {
        entry.fault(.nameRepeated(kind: "answer", name: answer.id))
      }
      answers.append(answer)
      if answers.count > Question.maxAnswers {
        entry.fault(.tooMany("answers", max: Question.maxAnswers))
        break
      }
    }
    if answers.count < 2 { object.optional("answers")?.fault("a question needs at least two answers") }
    return Question.Content(
      ask: object.text("ask"), why: object.optional("why")?.text, help: object.optional("help")?.text,
      lookIn: object.optional("lookIn")?.text, answers: answers)
  }

  /// The keys of a question.
  static let questionKeys = ["id", "field", "ask", "why", "help", "lookIn", "scope", "answers"]

  /// Reads an answer to a question, either of which may be shared.
  private func answer(_ written: Written, of question: Written?, next: (Written) -> Int?) -> Answer {
    let reader = AnswerReader(written, within: question, definitions)
    return Answer(
      id: reader.id, next: reader.object.optional("next").flatMap(next),
      content: definitions.content(of: reader))
  }

  /// Returns the index of the question an answer leads to; nil, and reported, if there is none.
  private func next(_ written: Written, _ order: Order) -> Int? {
    if written.isObject { return written["topic"]?.textIfAny.flatMap { order.linked.value.starts[$0] } }
    let name = written.text
    guard let target = order.ids.firstIndex(of: name) else {
      written.fault(.unknown("question", name, among: order.ids))
      return nil
    }
    if target <= order.index {
      written.fault("'\(name)' does not come later in the file; questions only lead forward")
    }
    return target
  }
}
