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

  /// Adds a phrase and returns its node.
  mutating func insert(_ words: [Int32]) -> Int {
    var node: Int32 = 0
    for word in words {
      let edge = Self.edge(node, word)
      if let next = growing[edge] {
        node = next
      } else {
        let next = Int32(count)
        count += 1
        growing[edge] = next
        node = next
      }
    }
    return Int(node)
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

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 { UInt64(node) << 32 | UInt64(word) }
}
