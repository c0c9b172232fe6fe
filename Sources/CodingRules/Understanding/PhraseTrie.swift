/// Phrases by their words: a node a beginning of phrases; node 0 is the empty one.
struct PhraseTrie: Sendable {
  /// The nodes of phrases being added, by the node before and the word; empty once `packed`.
  private var growing: [UInt64: Int32] = [:]
  /// How many nodes there are.
  private(set) var count = 1
  /// The first edge of each node; one more than there are nodes.
  private var firstEdge: [Int32] = []
  /// The edges of all nodes, those of a node together and sorted by word.
  private var edgeWords: [Int32] = []
  private var edgeTargets: [Int32] = []

  /// Adds a phrase, and returns its node.
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

  /// The same phrases in flat arrays, for finding.
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

  /// The node after a word; nil when no phrase continues with it. Only of a packed trie.
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
