/// Corrections of earlier answers in plain words: "no, it was stone".
extension Conversation {
  /// Changes the only answer that the words contradict, or replaces a service; nil if they are no
  /// correction or contradict nothing.
  mutating func takeCorrection(_ typed: String) -> Reply? {
    guard let words = Correcting.rest(of: typed) else { return nil }
    if let reply = takeReplacement(words) { return reply }
    let stated = visit.services.indices.map { statements($0, words) }
    let contradicted = items.filter { item in
      stated[item.service].said.contains { $0.contradicts(item.step) }
    }
    guard let (service, old) = contradicted.first else { return nil }
    guard contradicted.count == 1 else { return .review }
    let known = answers(service)
    let new = stated[service].said.filter { $0.answer.id != known[$0.question.field] }
    change { state in for step in new { state.answer(step.answer.id, step.question, service: service) } }
    return .took(new, unused: stated[service].unused, insteadOf: old)
  }

  /// Replaces a service by one of another topic: the named one, as in "cbct, not pano", or else the one in question, as
  /// in "it was a cbct"; nil for any other words.
  private mutating func takeReplacement(_ words: [String]) -> Reply? {
    let not = words.firstIndex { nameKey($0) == "not" } ?? words.endIndex
    let name = Correcting.name(in: words[..<not])
    guard let right = book.topics.exactly(name), right.isService, reader.read(name).ambiguities.isEmpty else {
      return nil
    }
    let wrong = book.topics.exactly(Correcting.name(in: words.dropFirst(not + 1)))?.id
    let meant =
      not < words.endIndex
      ? visit.services.indices.filter { visit.services[$0].topic.id == wrong } : inQuestion
    let services = meant.filter { visit.services[$0].topic.id != right.id }
    guard services.count == 1 else { return nil }
    let old = visit.services[services[0]].topic
    change { state in
      state.visit.services[services[0]] = Service(topic: right, answers: [:])
      state.names[services[0]] = ""
      state.unsure = []
    }
    return .added([right], insteadOf: old)
  }

  /// The services that "it" can mean: the one with the open question, or else all.
  private var inQuestion: [Int] {
    if case .question(let service, _) = stage { [service] } else { Array(visit.services.indices) }
  }

  /// Returns what the words say about a service, as a sentence or else as the name of an answer.
  private func statements(_ service: Int, _ words: [String]) -> (said: [Step], unused: [String]) {
    let topic = visit.services[service].topic
    let reading = reader.read(words.joined(by: " "), on: visit.day, of: topic)
    let stated = reading.services.count == 1 ? reading.services[0].stated + reading.facts : []
    let said = stated.compactMap { topic.step($0.field, $0.answer) }
    return said.isEmpty ? (topic.steps(named: Correcting.name(in: words[...])), []) : (said, reading.unused)
  }
}

extension Step {
  fileprivate func contradicts(_ other: Step) -> Bool {
    question.field == other.question.field && answer.id != other.answer.id
  }
}

/// The words that begin a correction, and those that may follow.
private enum Correcting {
  private static let starts = ["actually", "sorry", "oops", "wait", "correction"]
  private static let subjects = ["it", "its", "that", "we", "i", "was", "is", "a", "an", "the"]

  /// Returns the words after those that begin a correction; nil if none do.
  static func rest(of typed: String) -> [String]? {
    let words = typed.split(separator: " ").map(String.init)
    let start = words.indices.first { !isStart(words[$0], before: words.dropFirst($0 + 1).first ?? "") } ?? 0
    return start == 0 ? nil : Array(words[start...])
  }

  /// Whether a word begins a correction; "no" alone denies what follows it: "no models".
  private static func isStart(_ word: String, before next: String) -> Bool {
    if isOne(of: starts, word) { return true }
    let isPaused = word.utf8.last.map { ",.;!".utf8.contains($0) } ?? false
    return isOne(of: ["no", "nope"], word) && (isPaused || isOne(of: starts + subjects, next))
  }

  /// Returns the words after "it was a".
  static func name(in words: ArraySlice<String>) -> String {
    Array(words.drop { isOne(of: subjects, $0) }).joined(by: " ")
  }

  /// Whether a word is a listed one, possibly with punctuation or a contraction after it: "it's".
  private static func isOne(of listed: [String], _ word: String) -> Bool {
    listed.contains(nameKey(word).atFirstSpace.head)
  }
}
