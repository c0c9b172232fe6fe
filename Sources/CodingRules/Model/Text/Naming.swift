extension Question {
  /// The answer that a word names: its id, its label or one of its other words; case and spaces are ignored.
  public func answer(named word: String) -> Answer? {
    if let answer = answers.first(where: { $0.id == word }) { return answer }
    let key = nameKey(word)
    guard !key.isEmpty else { return nil }
    if let names = indexedNames?.index { return names.answers[key].map { answers[$0] } }
    return answers.first { $0.names.contains { nameKey($0) == key } }
  }

  /// The answers that have a word beginning so.
  package func answers(beginning typed: String) -> [Answer] {
    let key = nameKey(typed)
    guard !key.isEmpty else { return [] }
    return answers.filter { answer in
      answer.names.contains { nameKey($0).hasWord(beginning: key) }
    }
  }

  /// The words that name the question's answers, each answer's id first.
  package var names: [String] { answers.flatMap(\.names) }
}

extension Answer {
  /// The words that name the answer: id, label, other words.
  package var names: [String] { [id, label] + also }
}

extension Topic {
  /// The words that name the topic: id, title, other words.
  package var names: [String] { [id, title] + also }
}

extension [Topic] {
  /// The topic with exactly this name; case and spaces are ignored.
  package func exactly(_ typed: String) -> Topic? {
    let key = nameKey(typed)
    return key.isEmpty ? nil : first { $0.names.contains { nameKey($0) == key } }
  }
}

/// A name as it is compared: lower case, and everything but letters and digits a single space.
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

/// The same of a name in ASCII, in a fraction of the time.
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
  /// Whether the words of a name, from one of them on, begin so.
  package func hasWord(beginning key: String) -> Bool {
    hasPrefix(key) || indices.contains { self[$0] == " " && self[index(after: $0)...].hasPrefix(key) }
  }
}
