/// A trie of phrases by word; node 0 is the root.
struct PhraseTrie: Sendable {
  /// The nodes by parent and word.
  private var nodes: [UInt64: Int32] = [:]
  /// The number of nodes.
  private(set) var count = 1

  /// Adds a phrase and returns the nodes at its ends; none for a phrase without words.
  ///
  /// - Parameter parts: The parts of the phrase, each with its alternatives.
  mutating func insert(_ parts: [[[Int32]]]) -> [Int] {
    var ends: [Int32] = [0]
    for choices in parts {
      ends = ends.flatMap { end in choices.map { insert($0, after: end) } }
    }
    return ends.filter { $0 != 0 }.map(Int.init)
  }

  private mutating func insert(_ words: [Int32], after start: Int32) -> Int32 {
    var node = start
    for word in words {
      let edge = Self.pair(node, word)
      let next = nodes[edge] ?? Int32(count)
      if next == count {
        count += 1
        nodes[edge] = next
      }
      node = next
    }
    return node
  }

  /// Returns the child for a word; nil if no phrase continues with it.
  func next(_ node: Int, _ word: Int32) -> Int? { nodes[Self.pair(Int32(node), word)].map(Int.init) }

  /// The pairs of words that follow each other in a phrase.
  var pairs: Set<UInt64> {
    var words = [Int32](repeating: 0, count: count)
    for (edge, node) in nodes { words[Int(node)] = Int32(truncatingIfNeeded: edge) }
    var pairs: Set<UInt64> = []
    for edge in nodes.keys where edge >> 32 != 0 {
      pairs.insert(Self.pair(words[Int(edge >> 32)], Int32(truncatingIfNeeded: edge)))
    }
    return pairs
  }

  /// Packs two numbers, none of them negative, into one.
  static func pair(_ first: Int32, _ second: Int32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
