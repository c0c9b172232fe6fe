extension Array {
  /// Returns the elements without those that share a key with an earlier one.
  @inlinable package func uniqued(by key: (Element) -> String) -> [Element] {
    if count < 2 { return self }
    // For few elements an array of keys is faster than a set, a type the runtime would have to
    // instantiate.
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
  /// Returns the strings without duplicates, in order.
  @inlinable package func uniqued() -> [String] { uniqued { $0 } }

  /// Returns the strings joined by a separator.
  ///
  /// Avoids the conformance lookup of `joined(separator:)`, which is noticeable at start-up.
  @inlinable package func joined(by separator: String) -> String {
    var joined = first ?? ""
    for text in dropFirst() { joined += separator + text }
    return joined
  }

  /// The names as a list; a long list is cut to its first names and a count of the rest.
  package var shortList: String {
    let max = 8
    return count <= max + 2
      ? joined(by: ", ") : Array(prefix(max)).joined(by: ", ") + ", and \(count - max) more"
  }
}

extension String {
  /// Returns the parts between ASCII separators, including empty ones.
  ///
  /// Splitting the UTF-8 bytes takes a fifth of the time.
  func parts(separatedBy separator: Unicode.Scalar) -> [String] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  /// The text before the first space, and the text after it; nil if there is no space.
  var atFirstSpace: (head: String, tail: String?) {
    guard let space = utf8.firstIndex(of: UInt8(ascii: " ")) else { return (self, nil) }
    return (String(self[..<space]), String(self[utf8.index(after: space)...]))
  }

  /// The text without leading and trailing whitespace.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
