/// Normalizes a word for comparison: lowercase, singular, without apostrophes.
func wordKey(_ bytes: some Collection<UInt8>) -> String {
  var key = String(decoding: bytes, as: UTF8.self).lowercased()
  if !bytes.allSatisfy(\.isPlainWord) {
    for ending in ["'s", "’s"] where key.hasSuffix(ending) { key.removeLast(ending.count) }
    key.removeAll { $0 == "'" || $0 == "’" || $0 == "‘" }
  }
  return singular(key)
}

/// Returns the singular of a lowercase word; the word itself if it is not a plural.
private func singular(_ word: String) -> String {
  let letters = word.utf8
  guard letters.count >= 4, letters.last == UInt8(ascii: "s"),
    !["ss", "us", "is"].contains(where: word.hasSuffix)
  else { return word }
  if letters.count >= 5, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
  if ["ches", "shes", "xes", "sses"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
  return String(word.dropLast())
}

/// Returns a lowercase word with the ending of a plural or of the third person.
func withS(_ word: String) -> String {
  word + (["ch", "sh", "x", "ss"].contains(where: word.hasSuffix) ? "es" : "s")
}

/// Returns the forms of a verb: itself and the given ones, or else the regular ones.
func verbForms(_ verb: String, others: [String]?) -> [String] {
  if let others { return [verb] + others }
  let letters = Array(verb.utf8)
  guard let last = letters.last, letters.count >= 3 else { return [verb] }
  let isShort =
    letters.count <= 4 && !"aeiouwxy".utf8.contains(last) && isVowel(letters[letters.count - 2])
    && !isVowel(letters[letters.count - 3])
  let stem =
    switch last {
    case UInt8(ascii: "e"): String(verb.dropLast())
    case UInt8(ascii: "y") where !isVowel(letters[letters.count - 2]): String(verb.dropLast()) + "i"
    default: isShort ? verb + String(decoding: [last], as: UTF8.self) : verb
    }
  let present = last == UInt8(ascii: "y") ? verb : stem
  return [verb, withS(verb), stem + "ed", present + "ing"]
}

private func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLowerCase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isUpperCase: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  var isASCIILetter: Bool { isLowerCase || isUpperCase }
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var isPlainWord: Bool { isASCIILetter || isDigit }
}
