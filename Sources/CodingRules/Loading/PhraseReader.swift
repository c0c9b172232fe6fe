/// Reads what words mean in a sentence: the file `phrases.json`.
struct PhraseReader {
  private let topics: [Topic]
  private let signals: [String]
  private let file: WrittenObject

  /// - Parameter topics: The topics that phrases may name.
  init(_ written: Written, topics: [Topic]) {
    self.topics = topics
    file = written.object([
      "forms", "fillers", "likely", "plain", "misspelled", "breaks", "cues", "signals", "sayings", "rules",
      "asks",
    ])
    signals = file.list("signals").map { $0["signal"]?.textIfAny ?? "" }
  }

  /// What the file says.
  var phrases: Phrases {
    Phrases(
      forms: entries("forms").map { ($0, $1.list.map(\.text)) }, fillers: file.texts("fillers"),
      likely: file.texts("likely"), plain: file.texts("plain"),
      misspelled: entries("misspelled").map { ($0, $1.text) },
      breaks: entries("breaks").compactMap { key, words in
        link(key, words).map { ($0, words.list.map(\.text)) }
      },
      cues: file.list("cues").compactMap(cue), signals: file.list("signals").compactMap(signal),
      sayings: file.list("sayings").flatMap(sayings), rules: file.list("rules").compactMap(rule),
      asks: file.list("asks").map(ask))
  }

  private func entries(_ key: StaticString) -> [(key: String, value: Written)] {
    file.optional(key).map(\.entries) ?? []
  }

  private func link(_ key: String, _ written: Written) -> Link? {
    let link = Link(rawValue: key)
    if link == nil { written.fault(.keyUnknown(key, suggestion: nil)) }
    return link
  }

  private func cue(_ written: Written) -> Cue? {
    let object = written.object(["effect", "reach", "words"])
    guard let effect = object.required("effect")?.choice(Cue.Effect.self),
      let reach = object.required("reach")?.choice(Cue.Reach.self)
    else { return nil }
    return Cue(effect: effect, reach: reach, words: phrases(object.list("words")))
  }

  private func signal(_ written: Written) -> Signal? {
    let object = written.object([
      "signal", "kind", "topic", "with", "without", "absorbs", "creates", "uses", "shared",
      "names", "words",
    ])
    guard let kind = object.required("kind")?.choice(Signal.Kind.self) else { return nil }
    return Signal(
      name: object.name("signal"), kind: kind,
      topic: object.optional("topic").map { topic($0.text, $0)?.id ?? "" },
      with: names(object, "with"), without: names(object, "without"),
      absorbs: object.list("absorbs").compactMap { topic($0.text, $0)?.id },
      isCreating: object.optional("creates")?.flag ?? false, isUsing: object.optional("uses")?.flag ?? false,
      isShared: object.optional("shared")?.flag ?? false,
      takesNames: object.optional("names")?.flag ?? false,
      words: phrases(object.list("words")))
  }

  private func sayings(_ written: Written) -> [Saying] {
    let object = written.object(["answers", "signal", "separates", "shared", "names", "words"])
    guard let name = object.required("answers"), let signal = checked(object.optional("signal")) else {
      return []
    }
    let takesNames = object.optional("names")?.flag ?? false
    var words = object.required("words")?.entries.map { ($0, $1, phrases($1.list)) } ?? []
    if takesNames {
      for id in answers(name.text).map(\.id) where !words.contains(where: { $0.0 == id }) {
        words.append((id, name, []))
      }
    }
    return words.compactMap { answer, written, words in
      guard let stated = self.answer(name.text, answer, written) else { return nil }
      return Saying(
        topic: stated.topic, field: stated.field, answer: answer, signal: signal.isEmpty ? nil : signal,
        separates: object.optional("separates")?.flag ?? false,
        isShared: object.optional("shared")?.flag ?? false, takesNames: takesNames, words: words)
    }
  }

  private func rule(_ written: Written) -> PhraseRule? {
    let object = written.object(["if", "denied", "unless", "nowhere", "somewhere", "is", "say", "facts"])
    let outcome: PhraseRule.Outcome
    if let answers = object.optional("say") {
      outcome = .answers(answers.entries.compactMap { answer($0, $1.text, $1) })
    } else if let facts = object.optional("facts") {
      outcome = .facts(facts.entries.map { ($0, $1.text) })
    } else {
      outcome = .signals(names(object, "is"))
    }
    return PhraseRule(
      stated: names(object, "if"), denied: names(object, "denied"), unless: names(object, "unless"),
      nowhere: names(object, "nowhere"), somewhere: names(object, "somewhere"), outcome: outcome)
  }

  private func ask(_ written: Written) -> AskRule {
    let object = written.object([
      "signal", "nowhere", "could",
    ])
    for could in object.list("could") {
      let parts = could.text.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { _ = answer(parts[0], parts[1], could) } else { _ = topic(could.text, could) }
    }
    return AskRule(
      signal: object.required("signal").flatMap(checked) ?? "", nowhere: names(object, "nowhere"),
      could: object.requiredList("could").map(\.text))
  }
}

// MARK: Names

extension PhraseReader {
  /// The names of signals, each known.
  private func names(_ object: WrittenObject, _ key: StaticString) -> [String] {
    object.list(key).compactMap(checked)
  }

  /// The name of a signal; empty where none is written, nil, and reported, where it is not known.
  private func checked(_ written: Written?) -> String? {
    guard let written else { return "" }
    let name = written.text
    if written.file.isChecked || signals.contains(name) { return name }
    written.fault(unknownSignal(name))
    return nil
  }

  private func unknownSignal(_ name: String) -> Finding.Kind {
    .nameUnknown(kind: "signal", name: name, suggestion: nearestName(to: name, among: signals))
  }

  private func topic(_ id: String, _ written: Written) -> Topic? {
    let topic = topics.first { $0.id == id }
    if topic == nil {
      let suggestion = nearestName(to: id, among: topics.map(\.id))
      written.fault(.nameUnknown(kind: "topic", name: id, suggestion: suggestion))
    }
    return topic
  }

  /// The answers to the question named `topic.field`.
  private func answers(_ name: String) -> [Answer] {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let topic = topics.first { $0.id == parts.first }
    return topic?.questions.filter { $0.field == parts.last }.flatMap(\.answers) ?? []
  }

  /// Phrases, the names of signals in braces checked.
  private func phrases(_ written: WrittenList) -> [String] {
    written.map { phrase in
      let text = phrase.text
      if !phrase.file.isChecked { checkNames(in: text, phrase) }
      return text
    }
  }

  private func checkNames(in text: String, _ written: Written) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}") else {
        written.fault(.badValue(text, expected: "a '}' for each '{'"))
        continue
      }
      let name = String(part[..<end])
      if !name.contains("|"), !signals.contains(name) { written.fault(unknownSignal(name)) }
    }
  }

  /// An answer to the question named `topic.field`.
  private func answer(_ name: String, _ answer: String, _ written: Written)
    -> (topic: String, field: String, answer: String)?
  {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, topic(parts[0], written) != nil else { return nil }
    let known = answers(name).map(\.id)
    guard known.contains(answer) else {
      let suggestion = nearestName(to: answer, among: known)
      written.fault(.nameUnknown(kind: "answer", name: answer, suggestion: suggestion))
      return nil
    }
    return (parts[0], parts[1], answer)
  }
}

extension Written {
  /// The keys and values of an object whose keys the rules name.
  fileprivate var entries: [(key: String, value: Written)] {
    unchecked.keys.compactMap { key in member(key).map { (key, $0) } }
  }
}
