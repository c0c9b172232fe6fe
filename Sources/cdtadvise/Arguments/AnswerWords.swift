import CodingRules

extension Arguments {
  /// Returns the answers on the command line as words for fields.
  ///
  /// - Parameters:
  ///   - isField: Whether a question has this field.
  ///   - fields: All fields, to suggest one for a misspelled name.
  func answerWords(
    where isField: (String) -> Bool, fields: @autoclosure () -> [String]
  ) throws(Failure) -> Words {
    var words = Words()
    for flag in answerFlags {
      guard isField(flag.name) else { throw unknownQuestion(flag.name, among: fields()) }
      guard let value = flag.value?.text else { throw .valueMissing(flag: "--\(flag.name)") }
      if value.isEmpty { throw .valueEmpty(flag: "--\(flag.name)") }
      try add(value, for: flag.name, to: &words)
    }
    for (field, word) in try pairs(of: .answer) {
      guard isField(field) else { throw unknownQuestion(field, among: fields()) }
      try add(word, for: field, to: &words)
    }
    return words
  }

  private func add(_ word: String, for field: String, to words: inout Words) throws(Failure) {
    if let other = words[field], other != word { throw .answerTwice(field: field) }
    words[field] = word
  }

  private func unknownQuestion(_ name: String, among fields: [String]) -> Failure {
    unknownFlag("--\(name)", among: command.flags.map(\.name) + fields)
  }

  /// The failure for an unknown flag, with a suggestion.
  func unknownFlag(_ flag: String, among names: [String]) -> Failure {
    let name = String(flag.drop { $0 == "-" })
    return .unknown(.flag, flag, suggestion: nearestName(to: name, among: names).map { "--\($0)" })
  }

  /// The `NAME=VALUE` pairs of a flag, in order.
  func pairs(of flag: Flag) throws(Failure) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for text in values(of: flag).map(\.text) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw .badValue(text, flag: flag.typed, needed: flag.value ?? "NAME=VALUE")
      }
      pairs.append((parts[0], parts[1]))
    }
    return pairs
  }
}
