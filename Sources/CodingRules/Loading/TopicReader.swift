/// Reads topics, each once: every name resolved, linked topics joined.
final class TopicReader {
  private let files: RuleFiles
  private let definitions: Definitions
  /// The topics that the edition lists.
  private let listed: [String]
  private var topics = SortedTable<Topic>()
  private var written = SortedTable<Written>()
  /// Where effects are read when they are asked for; nil to read them at once.
  private unowned(unsafe) var parts: LazyParts?
  private var effects: [DeferredEffects] = []
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
    written[topic.id]?.unchecked.list("examples").map { example($0, topic.questions) } ?? []
  }

  /// The topic that an answer leads to; nil, and reported, when it is not known or leads back here.
  private func linked(_ written: Written) -> Topic? {
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
    let questions = questions(object, of: id)
    return Topic(
      id: id, title: object.text("title"), also: object.texts("also"),
      isService: object.optional("service")?.flag ?? true, questions: questions)
  }

  private func questions(_ topic: WrittenObject, of id: String) -> [Question] {
    let written = Array(topic.requiredList("questions"))
    if written.isEmpty {
      topic.required("questions")?.fault(.badValue("[]", expected: "at least one question"))
    }
    var order = QuestionOrder(ids: written.map { $0["id"]?.textIfAny ?? "" })
    for (index, question) in written.enumerated() where order.ids[..<index].contains(order.ids[index]) {
      question.fault(.nameRepeated(kind: "question", name: order.ids[index]))
    }
    let own = written.enumerated().map { index, written in
      question(written, of: id, at: index, &order)
    }
    return own + order.joined
  }

  private func question(
    _ written: Written, of topic: String, at index: Int, _ order: inout QuestionOrder
  ) -> Question {
    let object = written.object(["id", "field", "ask", "why", "help", "scope", "answers"])
    let id = object.name("id")
    var answers: [Answer] = []
    for entry in object.requiredList("answers") {
      let answer = answer(entry, next: entry["next"].flatMap { next($0, after: index, &order) })
      if answers.contains(where: { $0.id == answer.id }) {
        entry.fault(.nameRepeated(kind: "answer", name: answer.id))
      }
      answers.append(answer)
    }
    if answers.count < 2 { object.optional("answers")?.fault(.tooFewAnswers) }
    return Question(
      topic: topic, id: id, field: object.optional("field")?.name ?? id, ask: object.text("ask"),
      why: object.optional("why")?.text, help: object.optional("help")?.text,
      scope: object.optional("scope")?.choice(Question.Scope.self) ?? .service, answers: answers)
  }

  /// An answer, given the index of the question that it leads to.
  private func answer(_ written: Written, next: Int?) -> Answer {
    if written["device"] != nil { return deviceAnswer(written.object(["device", "next"]), next: next) }
    let object = written.object(
      ["id", "label", "also", "help", "phrase", "next"] + EffectReader.keys)
    return Answer(
      id: object.name("id"), label: object.text("label"), also: object.texts("also"),
      help: object.optional("help")?.text, phrase: object.optional("phrase")?.text,
      deferredEffects: deferred { EffectReader(definitions: $0).effects(object) }, next: next)
  }

  /// An answer that takes its words from a device and says that the work is included in it.
  private func deviceAnswer(_ object: WrittenObject, next: Int?) -> Answer {
    let name = object.required("device")
    let device = name.flatMap(definitions.deviceEntry(named:))?.unchecked
    let label = device?.text("label")
    return Answer(
      id: name?.text ?? "", label: label ?? "", also: device?.texts("also") ?? [], help: nil,
      phrase: label.map { "for: \($0)" },
      deferredEffects: deferred { definitions in
        let device = name.flatMap(definitions.device(named:))
        let inclusion = device.map { Effect.includedIn(Inclusion(device: $0, reason: $0.reason)) }
        let exclusion = definitions.contained.map(Effect.notSeparately)
        return [inclusion, exclusion].compactMap(\.self).map { TimedEffect(effect: $0, period: .always) }
      }, next: next)
  }

  // MARK: Effects

  /// The effects of an answer that are read when they are first asked for, then kept.
  private enum DeferredEffects {
    case read([TimedEffect])
    case unread((Definitions) -> [TimedEffect])
  }

  /// Leaves effects unread until somebody asks for them there.
  func deferEffects(to parts: LazyParts) { self.parts = parts }

  private func deferred(_ read: @escaping (Definitions) -> [TimedEffect]) -> Deferred<[TimedEffect]> {
    guard let parts else { return Deferred(read(definitions)) }
    let index = effects.count
    effects.append(.unread(read))
    return Deferred { parts.read { $0.topics.effects(at: index) } }
  }

  private func effects(at index: Int) -> [TimedEffect] {
    switch effects[index] {
    case .read(let effects): return effects
    case .unread(let read):
      let read = read(definitions)
      effects[index] = .read(read)
      return read
    }
  }

  // MARK: Links and examples

  /// The index of the question that an answer leads to; nil, and reported, when there is none.
  private func next(_ written: Written, after index: Int, _ order: inout QuestionOrder) -> Int? {
    guard written.isObject else {
      let name = written.text
      guard let target = order.ids.firstIndex(of: name) else {
        let suggestion = nearestName(to: name, among: order.ids)
        written.fault(.nameUnknown(kind: "question", name: name, suggestion: suggestion))
        return nil
      }
      if target <= index { written.fault(.leadsBack(question: name)) }
      return target
    }
    return linked(written).map { order.join($0) }
  }

  private func example(_ written: Written, _ questions: [Question]) -> Example {
    let object = written.object([
      "say", "on", "answers", "report", "not", "includedIn", "notInForce", "nothing",
    ])
    return Example(
      text: object.text("say"), day: object.optional("on")?.day ?? nil,
      answers: object.required("answers").map { answers($0, questions) } ?? [:],
      report: object.texts("report"),
      not: object.list("not").compactMap { definitions.code(named: $0)?.id },
      includedIn: object.list("includedIn").compactMap { definitions.device(named: $0)?.id },
      notInForce: object.list("notInForce").compactMap { definitions.code(named: $0)?.id },
      nothing: object.optional("nothing")?.flag ?? false)
  }

  private func answers(_ written: Written, _ questions: [Question]) -> Answers {
    let fields = questions.map(\.field)
    let object = written.object(fields)
    var answers = Answers()
    for field in object.keys where fields.contains(field) {
      guard let word = written.member(field) else { continue }
      let known = questions.filter { $0.field == field }.flatMap(\.answers).map(\.id)
      if !known.contains(word.text) {
        let suggestion = nearestName(to: word.text, among: known)
        word.fault(.nameUnknown(kind: "answer", name: word.text, suggestion: suggestion))
      }
      answers[field] = word.text
    }
    return answers
  }
}

/// The questions of a topic in order: its own by id, then those of the topics it leads to.
struct QuestionOrder {
  let ids: [String]
  private(set) var joined: [Question] = []
  private var starts = SortedTable<Int>()

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
      topic: topic, id: id, field: field, ask: ask, why: why, help: help, scope: scope,
      answers: answers.map { answer in
        Answer(
          id: answer.id, label: answer.label, also: answer.also, help: answer.help,
          phrase: answer.phrase, deferredEffects: answer.deferredEffects,
          next: answer.next.map { $0 + offset })
      })
  }
}
