import CodingRules

extension Arguments {
  /// Returns the answers on the command line as words for fields.
  ///
  /// - Parameter fields: All fields, to suggest one for a misspelled name.
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

  /// The failure for a flag that does not exist, with the one that was probably meant.
  func unknownFlag(_ flag: String, among names: [String]) -> Failure {
    let name = String(flag.drop { $0 == "-" })
    return .unknown(.flag, flag, suggestion: nearestName(to: name, among: names).map { "--\($0)" })
  }
}
