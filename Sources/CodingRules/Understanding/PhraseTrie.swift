/// A trie of phrases by word; node 0 is the root.
struct PhraseTrie: Sendable {
  /// The nodes by parent and word while phrases are added; empty once `packed`.
  private var growing: [UInt64: Int32] = [:]
  /// The number of nodes.
  private(set) var count = 1
  /// The index of each node's first edge, with a sentinel at the end.
  private var firstEdge: [Int32] = []
  /// The edges of all nodes, grouped by node and sorted by word.
  private var edgeWords: [Int32] = []
  private var edgeTargets: [Int32] = []

  /// Adds a phrase and returns the nodes at its ends; none for a phrase without words.
  ///
  /// - Parameter parts: The parts of the phrase, each with its alternatives.
  mutating func insert(_ parts: [[[Int32]]]) -> [Int] {
    var nodes: [Int32] = [0]
    for choices in parts {
      nodes = nodes.flatMap { node in choices.map { insert($0, after: node) } }
    }
    return nodes.filter { $0 != 0 }.map(Int.init)
  }

  private mutating func insert(_ words: [Int32], after start: Int32) -> Int32 {
    var node = start
    for word in words {
      let edge = Self.pair(node, word)
      let next = growing[edge] ?? Int32(count)
      if next == count {
        count += 1
        growing[edge] = next
      }
      node = next
    }
    return node
  }

  /// Returns the trie in flat arrays, for lookups.
  func packed() -> PhraseTrie {
    var packed = PhraseTrie()
    packed.count = count
    for (edge, target) in growing.sorted(by: { $0.key < $1.key }) {
      while packed.firstEdge.count <= Int(edge >> 32) {
        packed.firstEdge.append(Int32(packed.edgeWords.count))
      }
      packed.edgeWords.append(Int32(edge & 0xFFFF_FFFF))
      packed.edgeTargets.append(target)
    }
    while packed.firstEdge.count <= count { packed.firstEdge.append(Int32(packed.edgeWords.count)) }
    return packed
  }

  /// Returns the child for a word; nil if no phrase continues with it. Requires a packed trie.
  func next(_ node: Int, _ word: Int32) -> Int? {
    var (low, high) = (Int(firstEdge[node]), Int(firstEdge[node + 1]))
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if edgeWords[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < end && edgeWords[low] == word ? Int(edgeTargets[low]) : nil
  }

  /// The pairs of words that follow each other in a phrase. Requires a packed trie.
  var pairs: Set<UInt64> {
    var words = [Int32](repeating: 0, count: count)
    for (word, target) in zip(edgeWords, edgeTargets) { words[Int(target)] = word }
    var pairs: Set<UInt64> = []
    for node in 1..<count {
      for word in edgeWords[Int(firstEdge[node])..<Int(firstEdge[node + 1])] {
        pairs.insert(Self.pair(words[node], word))
      }
    }
    return pairs
  }

  /// Packs two numbers into one.
  static func pair(_ first: Int32, _ second: Int32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }
}
