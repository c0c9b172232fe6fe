extension Array {
  /// The elements without those that share a key with an earlier one.
  @inlinable package func uniqued(by key: (Element) -> String) -> [Element] {
    if count < 2 { return self }
    // A list of keys serves few elements faster than a set, a type of its own that one decision would have to make.
    if count > 100 {
      var seen: Set<String> = []
      return filter { seen.insert(key($0)).inserted }
    }
    var (unique, keys): ([Element], [String]) = ([], [])
    for element in self {
      let key = key(element)
      if keys.contains(key) { continue }
      unique.append(element)
      keys.append(key)
    }
    return unique
  }
}

extension [String] {
  /// The texts without those that equal an earlier one.
  @inlinable package func uniqued() -> [String] { uniqued { $0 } }

  /// The texts joined by a separator.
  ///
  /// The same as `joined(separator:)` without its search for a conformance at run time, which one decision would feel.
  @inlinable package func joined(by separator: String) -> String {
    var joined = first ?? ""
    for text in dropFirst() { joined += separator + text }
    return joined
  }

  /// The first names of a long list, and how many more there are; all of a short one.
  package var shortList: String {
    let max = 8
    return count <= max + 2
      ? joined(by: ", ") : Array(prefix(max)).joined(by: ", ") + ", and \(count - max) more"
  }
}

extension String {
  /// The parts between ASCII characters, empty ones too; found byte by byte, which takes a fifth of the time.
  func parts(separatedBy separator: Unicode.Scalar) -> [String] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  /// What comes before the first space, and what comes after it; nil when there is no space.
  var atFirstSpace: (head: String, tail: String?) {
    guard let space = utf8.firstIndex(of: UInt8(ascii: " ")) else { return (self, nil) }
    return (String(self[..<space]), String(self[utf8.index(after: space)...]))
  }

  /// The text without whitespace at its ends.
  package var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
