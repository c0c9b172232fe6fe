extension Question {
  /// The answer that a word names: its id, its label or one of its other words, case and spaces forgiven.
  public func answer(named word: String) -> Answer? {
    if let answer = answers.first(where: { $0.id == word }) { return answer }
    let key = nameKey(word)
    guard !key.isEmpty else { return nil }
    return answers.first { $0.names.contains { nameKey($0) == key } }
  }

  /// The answers that have a word beginning so; one of them is meant without doubt.
  public func answers(beginning typed: String) -> [Answer] {
    let key = nameKey(typed)
    guard !key.isEmpty else { return [] }
    return answers.filter { answer in
      answer.names.contains { name in
        let name = nameKey(name)
        return name.hasPrefix(key) || name.contains(" " + key)
      }
    }
  }

  /// The words that name the question's answers, each answer's id first.
  public var names: [String] { answers.flatMap(\.names) }
}

extension Answer {
  /// The words that name the answer: id, label, other words.
  public var names: [String] { [id, label] + also }
}

/// A name as it is compared: lower case, and everything but letters and digits one space.
public func nameKey(_ name: String) -> String {
  var key = ""
  for scalar in name.unicodeScalars {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      key += scalar.properties.lowercaseMapping
    } else if !key.isEmpty, key.last != " " {
      key.append(" ")
    }
  }
  return key.last == " " ? String(key.dropLast()) : key
}
