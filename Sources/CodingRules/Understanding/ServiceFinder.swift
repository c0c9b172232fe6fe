/// Assigns what a sentence says to services, in order of first mention.
struct ServiceFinder {
  private(set) var drafts: [ServiceDraft] = []
  private var events: [Event]
  private let stated: SignalSet
  private let lexicon: Lexicon

  /// - Parameter topic: What the sentence is about if it names no service; nil if unknown.
  init(_ finder: EventFinder, _ lexicon: Lexicon, about topic: Int?) {
    events = finder.events
    stated = finder.stated
    self.lexicon = lexicon
    if let topic, events.allSatisfy(\.namedTopics.isEmpty) {
      for event in events.indices where !events[event].barred.contains(topic) {
        events[event].about = [topic]
      }
    }
    for event in events.indices {
      for topic in events[event].namedTopics { assign(event, topic) }
    }
    for event in events.indices where events[event].namedTopics.isEmpty {
      for topic in events[event].about { assign(event, topic) }
    }
    for draft in drafts.indices { answer(draft) }
    for event in events.indices { shareSayings(event) }
  }

  // MARK: Assignment

  /// Assigns a segment to the services of a topic that it is about.
  private mutating func assign(_ event: Int, _ topic: Int) {
    let found = separatingSayings(event, topic)
    let sayings = contradict(found) ? [] : found
    let isApart = events[event].units.contains { signal, _ in
      lexicon.apart.contains(signal) && lexicon.topicOfSignal[signal] == topic
    }
    let isNamed = events[event].namedTopics.contains(topic)
    func isOfKind(_ draft: ServiceDraft) -> Bool {
      draft.topic == topic && (draft.isApart == isApart || !isNamed)
    }
    guard !sayings.isEmpty else {
      let named = drafts.lastIndex { isOfKind($0) && $0.events.contains(events[event].namer) }
      if let draft = (isNamed ? nil : named) ?? drafts.lastIndex(where: isOfKind) {
        add(event, to: draft)
      } else {
        drafts.append(ServiceDraft(topic: topic, events: [event], isApart: isApart))
      }
      return
    }
    for saying in sayings {
      if let draft = drafts.lastIndex(where: { isOfKind($0) && agrees($0.distinct, saying) }) {
        add(event, to: draft)
        if !drafts[draft].distinct.contains(saying) { drafts[draft].distinct.append(saying) }
      } else {
        drafts.append(ServiceDraft(topic: topic, events: [event], isApart: isApart, distinct: [saying]))
      }
    }
  }

  /// Adds a segment to a service; "another" then has no effect.
  private mutating func add(_ event: Int, to draft: Int) {
    guard !drafts[draft].events.contains(event) else { return }
    drafts[draft].events.append(event)
    for (signal, units) in events[event].units where lexicon.signals[signal].kind == .more {
      drafts[draft].unused.append(units)
    }
  }

  /// Returns the sayings in a segment that distinguish services of a topic.
  private func separatingSayings(_ event: Int, _ topic: Int) -> [Int] {
    var found: [Int] = []
    for (saying, _) in events[event].sayings where lexicon.sayingTargets[saying].topic == topic {
      if lexicon.sayings[saying].separates, !found.contains(saying) { found.append(saying) }
    }
    return found
  }

  private func contradict(_ sayings: [Int]) -> Bool {
    sayings.contains { first in
      sayings.contains { !agrees([first], $0) }
    }
  }

  /// Returns the fields with contradictory answers, which are left open.
  private func disputedFields(_ draft: ServiceDraft) -> [String] {
    draft.events.flatMap { event in
      let sayings = separatingSayings(event, draft.topic)
      return contradict(sayings) ? sayings.map { lexicon.sayings[$0].field } : []
    }
  }

  private func agrees(_ sayings: [Int], _ other: Int) -> Bool {
    guard !sayings.contains(other) else { return true }
    let answers = (sayings + [other]).map {
      (field: lexicon.sayings[$0].field, answer: lexicon.sayings[$0].answer)
    }
    return lexicon.topics[lexicon.sayingTargets[other].topic].admits(answers)
  }

  // MARK: Answers

  /// Finds the answers stated for a service.
  private mutating func answer(_ index: Int) {
    let draft = drafts[index]
    var facts = Event()
    for event in draft.events { facts.add(events[event]) }
    for event in draft.events {
      for (saying, units) in events[event].sayings where lexicon.sayingTargets[saying].topic == draft.topic {
        let saying = (index: saying, value: lexicon.sayings[saying])
        if !saying.value.separates || draft.distinct.contains(saying.index) {
          drafts[index].answers.append(
            DraftAnswer(field: saying.value.field, answer: saying.value.answer, units: [units]))
        }
      }
    }
    var found: [DraftAnswer] = []
    lexicon.answerRules[draft.topic].apply(to: &facts, in: stated) { _, answers, units in
      found += answers.map { DraftAnswer(field: $0.field, answer: $0.answer, units: units) }
    }
    drafts[index].answers += found
    let disputed = disputedFields(draft)
    drafts[index].answers.removeAll { disputed.contains($0.field) }
  }

  /// Applies the shared answers of a list to its services: "pano, photos and models for records".
  private mutating func shareSayings(_ event: Int) {
    for (saying, units) in events[event].sayings {
      let (topic, _) = lexicon.sayingTargets[saying]
      guard !events[event].namedTopics.contains(topic) else { continue }
      let value = lexicon.sayings[saying]
      guard value.isShared else { continue }
      for index in drafts.indices where drafts[index].topic == topic {
        let isOfList = drafts[index].events.contains { other in
          events[event].namedTopics.isEmpty
            ? events[other].statement == events[event].statement : events[other].group == events[event].group
        }
        guard isOfList,
          !drafts[index].answers.contains(where: { $0.field == value.field })
        else { continue }
        drafts[index].answers.append(DraftAnswer(field: value.field, answer: value.answer, units: [units]))
      }
    }
  }
}
