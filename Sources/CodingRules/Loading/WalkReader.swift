/// Reads the part of a topic that words can reach, at most one of them changed.
///
/// On the walk itself everything is read; of an answer beside it, what it reports and where it leads. Questions stand
/// in the order in which answers lead to them; one whose answer is not known has neither field nor answers, so that a
/// walk to it asks. Because questions lead only forward, one pass over the file is enough, and what lies behind the
/// last question that is reached is not read at all.
struct WalkReader {
  /// A question that an answer leads to, in its place.
  private struct Reached {
    /// Its id; that of a topic, behind a slash, for the first question of another topic.
    let id: String
    /// Whether the words themselves lead there, and not only one other answer.
    var isOnWalk: Bool
    var question: Question
  }

  private let reader: TopicReader
  private let topic: String
  private let words: Answers
  private var reached: [Reached] = []
  /// How many of the questions reached have not been met in the file.
  private var awaited = 0

  /// The part of a topic; nil when the words stop short of an end, or when one on the walk is not an answer's id.
  static func topic(_ id: String, reachedBy words: Answers, _ reader: TopicReader) -> Topic? {
    let file = reader.files.document("topics/\(id).json", log: reader.glossary.log)
    guard let file, let list = file["questions"]?.list else { return nil }
    var walk = WalkReader(reader, id, words)
    for written in list {
      guard walk.read(written) else { return nil }
      if walk.awaited == 0 { break }
    }
    return Topic(
      id: id, title: file["title"]?.text ?? "", also: [], isService: true,
      questions: walk.reached.map(\.question), examples: [])
  }

  private init(_ reader: TopicReader, _ topic: String, _ words: Answers) {
    self.reader = reader
    self.topic = topic
    self.words = words
  }

  /// Reads the next question of the file as far as it is needed; false when it is on the walk and not answered.
  private mutating func read(_ written: Written) -> Bool {
    let id = written["id"]?.textIfAny ?? ""
    let place = reached.isEmpty ? self.place(of: id, isOnWalk: true) : reached.firstIndex { $0.id == id }
    guard let place else { return true }
    awaited -= 1
    let isOnWalk = reached[place].isOnWalk
    let object = written.unchecked
    let field = object.optional("field")?.textIfAny ?? id
    let entries = object.list("answers")
    guard let word = words[field], entries.contains(where: { $0.answerID == word }) else { return !isOnWalk }
    var answers: [Answer] = []
    for entry in entries {
      let isGiven = entry.answerID == word
      if isOnWalk, isGiven {
        answers.append(reader.answer(entry, next: next(entry, isOnWalk: true)))
      } else if isOnWalk || isGiven {
        answers.append(sideAnswer(entry))
      }
    }
    reached[place].question = Question(
      topic: topic, id: id, field: field, ask: object.text("ask"), why: nil, help: nil, scope: .service,
      answers: answers)
    return true
  }

  /// An answer beside the walk: what it reports, and where it leads.
  private mutating func sideAnswer(_ written: Written) -> Answer {
    Answer(
      id: written.answerID ?? "", label: "", also: [], help: nil, phrase: nil,
      effects: EffectReader(glossary: reader.glossary).bareReports(written.unchecked),
      next: next(written, isOnWalk: false))
  }

  /// The place of the question that an answer leads to; nil where the walk ends.
  private mutating func next(_ answer: Written, isOnWalk: Bool) -> Int? {
    guard let next = answer["next"] else { return nil }
    return next.isObject ? place(linkedBy: next) : place(of: next.text, isOnWalk: isOnWalk)
  }

  /// The place of a question of this file, from now on awaited.
  private mutating func place(of id: String, isOnWalk: Bool) -> Int {
    if let place = reached.firstIndex(where: { $0.id == id }) {
      if isOnWalk { reached[place].isOnWalk = true }
      return place
    }
    reached.append(Reached(id: id, isOnWalk: isOnWalk, question: .unread(topic: topic)))
    awaited += 1
    return reached.count - 1
  }

  /// The place of the first question of another topic, whose questions are read if the words answer it.
  private mutating func place(linkedBy link: Written) -> Int {
    let topic = link["topic"]?.textIfAny ?? ""
    if let place = reached.firstIndex(where: { $0.id == "/\(topic)" }) { return place }
    let start = reached.count
    let questions = asks(topic) ? [] : reader.linked(link)?.questions ?? []
    reached.append(
      Reached(
        id: "/\(topic)", isOnWalk: false, question: questions.first?.moved(by: start) ?? .unread(topic: topic)
      ))
    for question in questions.dropFirst() {
      reached.append(Reached(id: "", isOnWalk: false, question: question.moved(by: start)))
    }
    return start
  }

  /// Whether a topic's first question is not answered by the words.
  private func asks(_ topic: String) -> Bool {
    let file = reader.files.document("topics/\(topic).json", log: reader.glossary.log)
    var questions = file?["questions"]?.list
    let first = questions?.next()
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
