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
  private func linked(_ written: Written) -> Topic? {
    guard let name = written.object(["topic"]).required("topic") else { return nil }
    let id = name.text
    guard listed.contains(id) else {
      name.fault(.nameUnknown(kind: "topic", name: id, suggestion: nearestName(to: id, among: listed)))
      return nil
    }
    guard !open.contains(id) else {
      name.fault(.topicCycle(topic: id))
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
    let questions = questions(object, of: id)
    return Topic(
      id: id, title: object.text("title"), also: object.texts("also"),
      deferredIsService: definitions.deferred { _ in object.optional("service")?.flag ?? true },
      questions: questions)
  }

  private func questions(_ topic: WrittenObject, of id: String) -> [Question] {
    let written = Array(topic.requiredList("questions"))
    if written.isEmpty {
      topic.required("questions")?.fault(.badValue("[]", expected: "at least one question"))
    }
    if written.count > Topic.maxQuestions {
      topic.required("questions")?.fault(.tooMany("questions", max: Topic.maxQuestions))
      return []
    }
    let ids = written.map { ($0["id"] ?? $0["use"])?.textIfAny ?? "" }
    for (index, question) in written.enumerated() where ids[..<index].contains(ids[index]) {
      question.fault(.nameRepeated(kind: "question", name: ids[index]))
    }
    let objects = written.map { definitions.object($0, Self.questionKeys, sharing: .question) }
    let (joined, starts) = linked(objects)
    let own = objects.enumerated().map { index, object in
      question(object, of: id, Order(ids: ids, index: index, starts: starts))
    }
    let all = own + joined
    if !topic.written.file.isChecked, all.reduce(0, { $0 + $1.answers.count }) > Topic.maxAnswers {
      topic.required("questions")?.fault(.tooMany("answers", max: Topic.maxAnswers))
    }
    return all
  }

  /// The questions that a question's answers can lead to.
  private struct Order {
    /// The ids of the topic's own questions.
    let ids: [String]
    /// The index of this question.
    let index: Int
    /// The indices of the first questions of linked topics.
    let starts: SortedTable<Int>
  }

  /// Returns the questions of each linked topic, and each topic's offset behind the own questions.
  private func linked(_ questions: [WrittenObject]) -> (joined: [Question], starts: SortedTable<Int>) {
    var (joined, starts): ([Question], SortedTable<Int>) = ([], SortedTable())
    for question in questions {
      for answer in question.requiredList("answers") {
        guard let next = answer["next"] ?? definitions.shared(answer, within: question.shared)?["next"],
          next.isObject, let topic = linked(next), !topic.questions.isEmpty, starts[topic.id] == nil
        else { continue }
        let start = questions.count + joined.count
        if start + topic.questions.count > Topic.maxQuestions {
          next.fault(.tooMany("questions", max: Topic.maxQuestions))
          continue
        }
        starts[topic.id] = start
        joined += topic.questions.map { shifted($0, by: start) }
      }
    }
    return (joined, starts)
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
  /// The keys of an answer that is not a device.
  static let answerKeys = ["id", "label", "also", "help", "phrase", "next"] + EffectReader.keys

  /// Reads an answer to a question, either of which may be shared.
  private func answer(_ written: Written, of question: Written?, next: (Written) -> Int?) -> Answer {
    if let device = written["device"] {
      let object = written.object(["device", "next", "notes", "dissent"])
      return deviceAnswer(device, object, next: object.optional("next").flatMap(next))
    }
    let object = definitions.object(written, Self.answerKeys, sharing: .answer, within: question)
    return Answer(
      id: object.name("id"), next: object.optional("next").flatMap(next),
      words: definitions.deferred { _ in
        AnswerWords(
          label: object.text("label"), also: object.texts("also"), help: object.optional("help")?.text,
          phrase: object.optional("phrase")?.text)
      },
      deferredReports: definitions.deferred { EffectReader(definitions: $0).reports(object) },
      deferredEffects: definitions.deferred { EffectReader(definitions: $0).effects(object) })
  }

  /// Returns an answer with the words of a device, whose effects are its inclusion and its notes.
  private func deviceAnswer(_ name: Written, _ object: WrittenObject, next: Int?) -> Answer {
    Answer(
      id: name.text, next: next,
      words: definitions.deferred { definitions in
        let device = definitions.deviceEntry(named: name)?.unchecked
        let label = device?.text("label") ?? ""
        return AnswerWords(
          label: label, also: device?.texts("also") ?? [], phrase: "the order says “\(label)”")
      },
      deferredReports: Deferred([]),
      deferredEffects: definitions.deferred { definitions in
        let device = definitions.device(named: name)
        let inclusion = device.map { Effect.includedIn(Inclusion(device: $0, reason: $0.reason)) }
        let exclusion = definitions.contained.map(Effect.notSeparately)
        let own = [inclusion, exclusion].compactMap(\.self).map { TimedEffect(effect: $0, period: .always) }
        return own + EffectReader(definitions: definitions).effects(object)
      })
  }

  /// Returns the index of the question an answer leads to; nil, and reported, if there is none.
  private func next(_ written: Written, _ order: Order) -> Int? {
    if written.isObject { return written["topic"]?.textIfAny.flatMap { order.starts[$0] } }
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
