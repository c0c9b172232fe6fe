extension Question {
  /// Returns the answer with this id, label or other word, ignoring case and spaces.
  public func answer(named word: String) -> Answer? {
    if let answer = answers.first(where: { $0.id == word }) { return answer }
    let key = nameKey(word)
    guard !key.isEmpty else { return nil }
    if let names = indexedNames?.index { return names.answers[key].map { answers[$0] } }
    return answers.first { $0.names.contains { nameKey($0) == key } }
  }

  /// Returns the answers with a word that starts with the typed text.
  package func answers(beginning typed: String) -> [Answer] {
    let key = nameKey(typed)
    guard !key.isEmpty else { return [] }
    return answers.filter { answer in
      answer.names.contains { nameKey($0).hasWord(beginning: key) }
    }
  }

  /// The names of all answers, each answer's id first.
  package var names: [String] { answers.flatMap(\.names) }

  /// The result of matching a typed line to the answers.
  enum Choice {
    /// No match.
    case unknown
    /// A single answer.
    case one(Answer)
    /// Several answers that begin with the text.
    case several([Answer])
  }

  private static let colloquial = ["y": "yes", "yep": "yes", "yeah": "yes", "n": "no", "nope": "no"]

  /// Matches a typed line to the answers: a number, a name, the start of a word in a name, or `y` or
  /// `n`; no other single letter matches.
  func choice(_ typed: String) -> Choice {
    let word = typed.trimmed
    if let number = Int(word) {
      return answers.indices.contains(number - 1) ? .one(answers[number - 1]) : .unknown
    }
    let spelled = Self.colloquial[word.lowercased()] ?? word
    if let answer = answer(named: word) ?? answer(named: spelled) { return .one(answer) }
    guard spelled.utf8.count > 1 else { return .unknown }
    let begun = answers(beginning: spelled)
    return begun.count > 1 ? .several(begun) : begun.first.map(Choice.one) ?? .unknown
  }
}

extension Answer {
  /// The names of the answer: id, label, other words.
  package var names: [String] { [id, label] + also }
}

extension Topic {
  /// The names of the topic: id, title, other words.
  package var names: [String] { [id, title] + also }
}

extension [Topic] {
  /// Returns the topic with this name, ignoring case and spaces.
  package func exactly(_ typed: String) -> Topic? {
    let key = nameKey(typed)
    return key.isEmpty ? nil : first { $0.names.contains { nameKey($0) == key } }
  }
}

/// Normalizes a name for comparison: lowercase, with a space for each run of other characters
/// than letters and digits.
package func nameKey(_ name: String) -> String {
  if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiNameKey(name) }
  var key = ""
  for scalar in name.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
    case "A"..."Z": key.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: scalar) | 0x20))
    default:
      if !scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key += scalar.properties.lowercaseMapping
      } else if !key.isEmpty, key.last != " " {
        key.append(" ")
      }
    }
  }
  return key.last == " " ? String(key.dropLast()) : key
}

/// A fast path of `nameKey` for ASCII.
private func asciiNameKey(_ name: String) -> String {
  unsafe String(unsafeUninitializedCapacity: name.utf8.count) { key in
    var count = 0
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: unsafe key[count] = byte
      case 0x41...0x5A: unsafe key[count] = byte | 0x20
      default:
        guard count > 0, unsafe key[count - 1] != 0x20 else { continue }
        unsafe key[count] = 0x20
      }
      count += 1
    }
    return unsafe count > 0 && key[count - 1] == 0x20 ? count - 1 : count
  }
}

extension String {
  /// Whether the text, from the start of some word on, begins with the key.
  package func hasWord(beginning key: String) -> Bool {
    hasPrefix(key) || indices.contains { self[$0] == " " && self[index(after: $0)...].hasPrefix(key) }
  }
}
