import StrictJSON

extension Finding: CustomStringConvertible {
  /// The finding on one line: file, line and column, path, sentence.
  public var description: String {
    if file.isEmpty { return message }
    let position = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(printable(file))\(position): \(locatedMessage)"
  }

  /// The sentence, preceded by its path in the file if there is one.
  package var locatedMessage: String { path.isEmpty ? message : "\(printable(path)): \(message)" }

  /// The sentence alone, safe for a terminal: what is wrong and what was expected.
  package var message: String { printable(problem.sentence) }
}

extension Finding: Comparable {
  /// Orders findings by file, then path, then severity.
  public static func < (first: Self, second: Self) -> Bool {
    (first.file, first.sortKey, first.severity, first.message)
      < (second.file, second.sortKey, second.severity, second.message)
  }

  /// The path with zero-padded numbers, so that the tenth question sorts after the ninth.
  private var sortKey: String {
    var key = ""
    var digits = ""
    for character in path + "." {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        key += String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        digits = ""
        key.append(character)
      }
    }
    return key
  }
}
