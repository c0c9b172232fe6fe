/// A builder of the reading of a sentence.
struct ReadingBuilder {
  private let sentence: Sentence
  private let parts: [Part]
  private let finder: EventFinder
  private let lexicon: Lexicon

  init(_ sentence: Sentence, _ segments: [Segment], _ finder: EventFinder, _ lexicon: Lexicon) {
    self.sentence = sentence
    parts = segments.flatMap(\.parts)
    self.finder = finder
    self.lexicon = lexicon
  }

  /// Builds the reading.
  func build() -> Reading {
    let facts = self.facts
    var services = ServiceFinder(finder, lexicon).drafts.map { service($0, facts) }
    var ambiguities = self.ambiguities { $0.kind != .code }
    if services.isEmpty, ambiguities.isEmpty {
      ambiguities = self.ambiguities { $0.kind == .code }
      if ambiguities.isEmpty { services = codedServices }
    }
    let isOfTopics = !services.isEmpty || !ambiguities.isEmpty
    return Reading(
      date: isOfTopics ? date : nil, facts: isOfTopics ? facts.map(answer) : [], services: services,
      ambiguities: ambiguities, corrections: sentence.corrections, unused: unknownWords)
  }

  // MARK: Services

  private func service(_ draft: ServiceDraft, _ facts: [DraftAnswer]) -> ReadService {
    let topic = lexicon.topics[draft.topic]
    let stated = topic.consistent(draft.answers, facts: facts.map { ($0.field, $0.answer) })
    return ReadService(topic: topic.id, stated: stated.map(answer))
  }

  private func answer(_ draft: DraftAnswer) -> StatedAnswer {
    StatedAnswer(field: draft.field, answer: draft.answer, words: sentence.text(draft.units))
  }

  /// The services named by codes, used if nothing else names a service.
  private var codedServices: [ReadService] {
    var topics: [Int] = []
    for part in parts where part.status != .open {
      for signal in lexicon.signals(of: part.meanings) where lexicon.signals[signal].kind == .code {
        if let topic = lexicon.topicOfSignal[signal], !topics.contains(topic) { topics.append(topic) }
      }
    }
    return topics.map { ReadService(topic: lexicon.topics[$0].id, stated: []) }
  }

  // MARK: Facts and dates

  private var facts: [DraftAnswer] {
    var whole = Event()
    for event in finder.events { whole.add(event) }
    var found: [DraftAnswer] = []
    lexicon.factRules.apply(to: &whole, in: finder.stated) { _, facts, units in
      found += facts.map { DraftAnswer(field: $0.field, answer: $0.answer, units: units) }
    }
    let agreed = found.filter { fact in
      !found.contains { $0.field == fact.field && $0.answer != fact.answer }
    }
    return agreed.enumerated().filter { index, fact in
      !agreed[..<index].contains { $0.field == fact.field }
    }.map(\.element)
  }

  /// The date of service; nil if none or several are stated.
  private var date: CalendarDay? {
    let days = parts.filter { $0.status == .stated }.compactMap(\.day)
    return days.allSatisfy { $0 == days.first } ? days.first : nil
  }

  // MARK: Ambiguities and unknown words

  private func ambiguities(where isAsked: (Signal) -> Bool) -> [Ambiguity] {
    var found: [(start: Int, ambiguity: Ambiguity)] = []
    for ask in lexicon.asks where isAsked(lexicon.signals[ask.signal]) {
      guard ask.nowhere.isDisjoint(with: finder.stated),
        !found.contains(where: { $0.ambiguity.could == ask.could }),
        let part = parts.first(where: { part in
          part.status == .stated && lexicon.signals(of: part.meanings).contains(ask.signal)
        })
      else { continue }
      let words = sentence.text(part.units)
      found.append((part.units.lowerBound, Ambiguity(words: words, could: ask.could)))
    }
    return found.sorted { $0.start < $1.start }.map(\.ambiguity)
  }

  /// The words that are not part of any phrase.
  private var unknownWords: [String] {
    sentence.units.indices.filter { unit in
      let kind = sentence.units[unit].kind
      return !sentence.isCovered[unit] && (kind == .word || kind == .number)
    }.map { sentence.text($0..<$0 + 1) }
  }
}
