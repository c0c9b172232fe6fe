/// Reads the vocabulary of sentences: the file `phrases.json`.
struct PhraseReader {
  let topics: [Topic]
  let signals: [String]
  private let file: WrittenObject

  /// - Parameter topics: The topics that phrases may refer to.
  init(_ written: Written, topics: [Topic]) {
    self.topics = topics
    file = written.object([
      "forms", "fillers", "likely", "plain", "harmless", "abbreviations", "misspelled", "breaks", "cues",
      "signals", "sayings", "rules", "asks",
    ])
    signals = file.list("signals").compactMap { $0["signal"]?.textIfAny }
  }

  /// The contents of the file.
  var phrases: Phrases {
    Phrases(
      forms: file.entries("forms").map { ($0, $1.list.map(\.text)) }, fillers: file.texts("fillers"),
      likely: file.texts("likely"), plain: file.texts("plain"), harmless: file.texts("harmless"),
      abbreviations: file.texts("abbreviations"),
      misspelled: file.entries("misspelled").map { ($0, $1.text) },
      breaks: file.entries("breaks").compactMap { key, words in
        link(key, words).map { ($0, words.list.map(\.text)) }
      },
      cues: file.list("cues").compactMap(cue), signals: file.list("signals").compactMap(signal),
      sayings: file.list("sayings").flatMap(sayings), rules: file.list("rules").flatMap(rules),
      asks: file.list("asks").map(ask))
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
      "apart", "names", "words",
    ])
    guard let kind = object.required("kind")?.choice(Signal.Kind.self) else { return nil }
    return Signal(
      name: object.name("signal"), kind: kind,
      topic: object.optional("topic").map { topics.named($0)?.id ?? "" },
      with: names(object, "with"), without: names(object, "without"),
      absorbs: object.list("absorbs").compactMap { topics.named($0)?.id },
      isCreating: object.flag("creates"), isUsing: object.flag("uses"),
      isShared: object.flag("shared"),
      isApart: object.flag("apart"),
      takesNames: object.flag("names"),
      words: phrases(object.list("words")))
  }

  private func sayings(_ written: Written) -> [Saying] {
    let object = written.object(["answers", "signal", "separates", "shared", "names", "words"])
    guard let name = object.required("answers"), let signal = checked(object.optional("signal")) else {
      return []
    }
    let takesNames = object.flag("names")
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
        separates: object.flag("separates"),
        isShared: object.flag("shared"), takesNames: takesNames, words: words)
    }
  }

  /// Reads a rule as one rule for each combination of its alternative signals.
  private func rules(_ written: Written) -> [PhraseRule] {
    let object = written.object(["if", "denied", "unless", "nowhere", "somewhere", "is", "say", "facts"])
    let outcome: PhraseRule.Outcome
    if let answers = object.optional("say") {
      outcome = .answers(answers.entries.compactMap { answer($0, $1.text, $1) })
    } else if let facts = object.optional("facts") {
      outcome = .facts(facts.entries.map { ($0, $1.text) })
    } else {
      outcome = .signals(names(object, "is"))
    }
    return combinations(object, "if").map { stated in
      PhraseRule(
        stated: stated, denied: names(object, "denied"), unless: names(object, "unless"),
        nowhere: names(object, "nowhere"), somewhere: names(object, "somewhere"), outcome: outcome)
    }
  }

  private func ask(_ written: Written) -> AskRule {
    let object = written.object(["signal", "nowhere", "could"])
    for could in object.list("could") {
      let parts = could.text.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { _ = answer(parts[0], parts[1], could) } else { _ = topics.named(could) }
    }
    return AskRule(
      signal: object.required("signal").flatMap(checked) ?? "", nowhere: names(object, "nowhere"),
      could: object.requiredList("could").map(\.text))
  }
}
