import CodingRules

extension Arguments {
  /// The values `NAME=VALUE` of a flag, in order.
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
