/// Puts what was found in a sentence together as a reading.
struct ReadingMaker {
  private let sentence: Sentence
  private let segments: [Segment]
  private let finder: EventFinder
  private let lexicon: Lexicon
  /// The units that something was made of.
  private var used: [Bool]

  init(_ sentence: Sentence, _ segments: [Segment], _ finder: EventFinder, _ lexicon: Lexicon) {
    self.sentence = sentence
    self.segments = segments
    self.finder = finder
    self.lexicon = lexicon
    used = Array(repeating: false, count: sentence.units.count)
  }

  /// The reading.
  var reading: Reading {
    var maker = self
    return maker.read()
  }

  private mutating func read() -> Reading {
    let facts = self.facts
    var services = ServiceFinder(finder, lexicon).drafts.map { draft in
      service(draft, facts.map { ($0.field, $0.answer) })
    }
    var ambiguities = self.ambiguities { $0.kind != .code }
    if services.isEmpty, ambiguities.isEmpty {
      ambiguities = self.ambiguities { $0.kind == .code }
      if ambiguities.isEmpty { services = codedServices }
    }
    let isOfTopics = !services.isEmpty || !ambiguities.isEmpty
    return Reading(
      date: isOfTopics ? date : nil, facts: isOfTopics ? facts.map(answer) : [], services: services,
      ambiguities: ambiguities, corrections: sentence.corrections, unused: unused)
  }

  // MARK: Services

  private mutating func service(_ draft: ServiceDraft, _ facts: [(field: String, answer: String)])
    -> ReadService
  {
    let topic = lexicon.topics[draft.topic]
    for event in draft.events {
      for part in segments[event].parts where part.kinds.contains(.thing) { use(part.units) }
    }
    let stated = topic.consistent(draft.answers, facts: facts)
    for answer in stated { use(answer.units) }
    return ReadService(topic: topic.id, stated: stated.map(answer))
  }

  private func answer(_ draft: DraftAnswer) -> StatedAnswer {
    StatedAnswer(field: draft.field, answer: draft.answer, words: sentence.text(draft.units))
  }

  /// The services that codes name, where nothing else names any.
  private var codedServices: [ReadService] {
    var topics: [Int] = []
    for part in segments.flatMap(\.parts) where part.status != .open {
      for signal in lexicon.signals(of: part.meanings) where lexicon.signals[signal].kind == .code {
        if let topic = lexicon.topicOfSignal[signal], !topics.contains(topic) { topics.append(topic) }
      }
    }
    return topics.map { ReadService(topic: lexicon.topics[$0].id, stated: []) }
  }

  // MARK: Facts and dates

  private var facts: [DraftAnswer] {
    var whole = Event(group: 0)
    for event in finder.events { whole.add(event) }
    var found: [DraftAnswer] = []
    for rule in lexicon.rules {
      guard case .facts(let facts) = rule.outcome, rule.holds(whole.stated, whole.denied, in: finder.stated),
        let units = whole.units(of: rule.needs)
      else { continue }
      found += facts.map { DraftAnswer(field: $0.field, answer: $0.answer, units: units) }
    }
    return found.filter { fact in !found.contains { $0.field == fact.field && $0.answer != fact.answer } }
  }

  /// The date of service; nil when none is stated, or several are.
  private var date: CalendarDay? {
    let days = segments.flatMap(\.parts).filter { $0.status == .stated }.compactMap(\.day)
    return days.allSatisfy { $0 == days.first } ? days.first : nil
  }

  // MARK: What is left

  private mutating func ambiguities(where isAsked: (Signal) -> Bool) -> [Ambiguity] {
    var found: [(units: Range<Int>, ambiguity: Ambiguity)] = []
    for ask in lexicon.asks where isAsked(lexicon.signals[ask.signal]) {
      guard ask.nowhere.isDisjoint(with: finder.stated),
        let part = segments.lazy.flatMap(\.parts).first(where: { part in
          part.status == .stated && lexicon.signals(of: part.meanings).contains(ask.signal)
        })
      else { continue }
      found.append((part.units, Ambiguity(words: sentence.text(part.units), could: ask.could)))
    }
    for (units, _) in found { use(units) }
    return found.sorted { $0.units.lowerBound < $1.units.lowerBound }.map(\.ambiguity)
  }

  private mutating func use(_ units: Range<Int>) {
    for unit in units { used[unit] = true }
  }

  /// The words that were not used, those that mean nothing by themselves left out.
  private var unused: [String] {
    sentence.units.indices.filter { unit in
      let kind = sentence.units[unit].kind
      return !used[unit] && !sentence.isCovered[unit] && (kind == .word || kind == .number)
    }.map { sentence.text($0..<$0 + 1) }
  }
}
