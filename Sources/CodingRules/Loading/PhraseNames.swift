/// Lookups of the names in `phrases.json`.
extension PhraseReader {
  /// Reads the names of signals, reporting unknown ones.
  func names(_ object: WrittenObject, _ key: StaticString) -> [String] {
    object.list(key).compactMap(checked)
  }

  /// Reads lists of signal names, one for each combination of alternatives such as `{scan|file}`.
  func combinations(_ object: WrittenObject, _ key: StaticString) -> [[String]] {
    object.list(key).reduce([[]]) { found, written in
      let names = written.text.split { "{|}".contains($0) }.compactMap { checked(String($0), written) }
      return found.flatMap { start in names.map { start + [$0] } }
    }
  }

  /// Reads the name of a signal: empty if absent; nil, and reported, if unknown.
  func checked(_ written: Written?) -> String? {
    written.map { checked($0.text, $0) } ?? ""
  }

  private func checked(_ name: String, _ written: Written) -> String? {
    if written.file.isChecked || signals.contains(name) { return name }
    written.fault(.unknown("signal", name, among: signals))
    return nil
  }

  /// Returns the answers to the question `topic.field`.
  func answers(_ name: String) -> [Answer] {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    return topics.filter { $0.id == parts.first }.flatMap(\.questions).filter { $0.field == parts.last }
      .flatMap(\.answers)
  }

  /// Reads phrases, reporting unknown signals in braces.
  func phrases(_ written: WrittenList) -> [String] {
    written.map { phrase in
      let text = phrase.text
      if !phrase.file.isChecked { checkNames(in: text, phrase) }
      return text
    }
  }

  func checkNames(in text: String, _ written: Written) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}") else {
        written.fault(.badValue(text, expected: "a '}' for each '{'"))
        continue
      }
      let name = String(part[..<end])
      if !name.contains("|") { _ = checked(name, written) }
    }
  }

  /// Resolves an answer to the question `topic.field`.
  func answer(_ name: String, _ answer: String, _ written: Written)
    -> (topic: String, field: String, answer: String)?
  {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, topics.named(parts[0], by: written) != nil else { return nil }
    let known = answers(name).map(\.id)
    guard known.contains(answer) else {
      written.fault(.unknown("answer", answer, among: known))
      return nil
    }
    return (parts[0], parts[1], answer)
  }
}

extension [Topic] {
  /// Returns the topic that a text names; nil, and reported, if it is unknown.
  func named(_ written: Written) -> Topic? { named(written.text, by: written) }

  /// Returns the topic with an id; nil, and reported, if it is unknown.
  func named(_ id: String, by written: Written) -> Topic? {
    let topic = first { $0.id == id }
    if topic == nil { written.fault(.unknown("topic", id, among: map(\.id))) }
    return topic
  }
}
