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
    return Cue(effect: effect, reach: reach, words: object.texts("words"))
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
      takesNames: object.optional("names")?.flag ?? false, words: object.texts("words"))
  }

  private func sayings(_ written: Written) -> [Saying] {
    let object = written.object(["answers", "signal", "separates", "shared", "names", "words"])
    guard let name = object.required("answers"), let signal = checked(object.optional("signal")) else {
      return []
    }
    let separates = object.optional("separates")?.flag ?? false
    let isShared = object.optional("shared")?.flag ?? false
    let takesNames = object.optional("names")?.flag ?? false
    return (object.required("words")?.entries ?? []).compactMap { answer, words in
      guard let stated = self.answer(name.text, answer, words) else { return nil }
      return Saying(
        topic: stated.topic, field: stated.field, answer: answer, signal: signal.isEmpty ? nil : signal,
        separates: separates, isShared: isShared, takesNames: takesNames,
        words: words.list.map(\.text))
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
    let suggestion = nearestName(to: name, among: signals)
    written.fault(.nameUnknown(kind: "signal", name: name, suggestion: suggestion))
    return nil
  }

  private func topic(_ id: String, _ written: Written) -> Topic? {
    let topic = topics.first { $0.id == id }
    if topic == nil {
      let suggestion = nearestName(to: id, among: topics.map(\.id))
      written.fault(.nameUnknown(kind: "topic", name: id, suggestion: suggestion))
    }
    return topic
  }

  /// An answer to the question named `topic.field`.
  private func answer(_ name: String, _ answer: String, _ written: Written)
    -> (topic: String, field: String, answer: String)?
  {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let topic = topic(parts[0], written) else { return nil }
    let known = topic.questions.filter { $0.field == parts[1] }.flatMap(\.answers).map(\.id)
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
