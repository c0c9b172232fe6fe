/// A builder of the reading of a sentence.
struct ReadingBuilder {
  let sentence: Sentence
  let finder: EventFinder
  let lexicon: Lexicon

  private var parts: [Part] { finder.segments.flatMap(\.parts) }

  /// Builds the reading; with a topic, it has at least one service of this topic and no others.
  func build(_ topic: Topic?) -> Reading {
    let facts = self.facts
    var drafts = self.drafts(of: lexicon.topics.firstIndex { $0.id == topic?.id }, facts)
    var asks = topic == nil ? self.asks { $0.kind != .code } : []
    if drafts.isEmpty, asks.isEmpty {
      asks = self.asks { $0.kind == .code }
      if asks.isEmpty { drafts = codedDrafts }
    }
    guard !drafts.isEmpty || !asks.isEmpty else { return reading([], [], [], []) }
    return reading(drafts, facts, days, asks)
  }

  private func reading(
    _ drafts: [ServiceDraft], _ facts: [DraftAnswer], _ days: [Part], _ asks: [Ask]
  ) -> Reading {
    let topics = drafts.map(\.topic)
    let answers = drafts.flatMap(\.answers).flatMap(\.units)
    let names = finder.events.flatMap(\.names).filter { topics.contains($0.topic) }.map(\.units)
    let codes = parts.filter { self.topics(ofCodesIn: $0).contains(where: topics.contains) }
    let unused = UnusedWords(
      sentence, finder.segments, lexicon, drafts,
      sources: answers + names + codes.map(\.units),
      others: facts.flatMap(\.units) + days.map(\.units) + asks.map(\.units)
    ).stretches
    return Reading(
      date: days.first?.day, facts: facts.uniqued(by: \.field).map(answer), services: drafts.map(service),
      ambiguities: asks.map { Ambiguity(words: sentence.text($0.units), could: $0.could) },
      corrections: sentence.corrections.filter { unit, _ in !unused.contains { $0.contains(unit) } }
        .map(\.correction),
      unused: unused.map(sentence.text) + (sentence.rest.isEmpty ? [] : [sentence.rest]))
  }

  // MARK: Services

  /// Returns the services with the answers that are consistent.
  private func drafts(of topic: Int?, _ facts: [DraftAnswer]) -> [ServiceDraft] {
    var drafts = ServiceFinder(finder, lexicon, about: topic).drafts
    if let topic {
      drafts.removeAll { $0.topic != topic }
      if drafts.isEmpty { drafts = [ServiceDraft(topic: topic)] }
    }
    let known = facts.map { (field: $0.field, answer: $0.answer) }
    for index in drafts.indices {
      let topic = lexicon.topics[drafts[index].topic]
      let stated = drafts[index].answers
      let kept = topic.consistent(stated, facts: known)
      let contradicted = stated.filter { answer in !kept.contains { $0.field == answer.field } }
      drafts[index].answers = kept
      drafts[index].unused += contradicted.flatMap(\.units)
    }
    return drafts
  }

  private func service(_ draft: ServiceDraft) -> ReadService {
    ReadService(topic: lexicon.topics[draft.topic].id, stated: draft.answers.map(answer))
  }

  private func answer(_ draft: DraftAnswer) -> StatedAnswer {
    StatedAnswer(field: draft.field, answer: draft.answer, words: sentence.text(draft.units.hull))
  }

  /// The services named by codes, used if nothing else names a service.
  private var codedDrafts: [ServiceDraft] {
    var topics: [Int] = []
    for part in parts where part.status != .open {
      for topic in self.topics(ofCodesIn: part) where !topics.contains(topic) { topics.append(topic) }
    }
    return topics.map { ServiceDraft(topic: $0) }
  }

  private func topics(ofCodesIn part: Part) -> [Int] {
    lexicon.signals(of: part.meanings).filter { lexicon.signals[$0].kind == .code }
      .compactMap { lexicon.topicOfSignal[$0] }
  }

  // MARK: Facts and dates

  /// The facts on which the sentence agrees; some more than once.
  private var facts: [DraftAnswer] {
    var whole = Event()
    for event in finder.events { whole.add(event) }
    var found: [DraftAnswer] = []
    lexicon.factRules.apply(to: &whole, in: finder.stated) { _, facts, units in
      found += facts.map { DraftAnswer(field: $0.field, answer: $0.answer, units: units) }
    }
    return found.filter { fact in
      !found.contains { $0.field == fact.field && $0.answer != fact.answer }
    }
  }

  /// The mentions of the date of service; none if several dates are stated.
  private var days: [Part] {
    let days = parts.filter { $0.status == .stated && $0.day != nil }
    return days.allSatisfy { $0.day == days.first?.day } ? days : []
  }

  // MARK: Ambiguities

  /// Ambiguous words, and what they could mean.
  private typealias Ask = (units: Range<Int>, could: [String])

  private func asks(where isAsked: (Signal) -> Bool) -> [Ask] {
    var found: [Ask] = []
    for ask in lexicon.asks where isAsked(lexicon.signals[ask.signal]) {
      guard ask.nowhere.isDisjoint(with: finder.stated), !found.contains(where: { $0.could == ask.could }),
        let part = parts.first(where: { part in
          part.status == .stated && lexicon.signals(of: part.meanings).contains(ask.signal)
        })
      else { continue }
      found.append((part.units, ask.could))
    }
    return found.sorted { $0.units.lowerBound < $1.units.lowerBound }
  }
}
