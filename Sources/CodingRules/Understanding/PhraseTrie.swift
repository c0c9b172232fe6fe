/// Phrases by their words, in flat arrays: a node a beginning of phrases, its edges sorted by word.
struct PhraseTrie: Sendable {
  /// The first edge of each node; one more than there are nodes.
  private var firstEdge: [Int32] = []
  private var edgeWords: [Int32] = []
  private var edgeTargets: [Int32] = []
  /// The number of the phrase that ends at each node; -1 where none does.
  private var phrases: [Int32] = []

  /// Creates the trie of phrases as lists of words; of the same words the first phrase counts.
  init(_ phrases: [[Int32]]) {
    let order = phrases.indices.sorted { first, second in
      phrases[first].lexicographicallyPrecedes(phrases[second])
        || phrases[first] == phrases[second] && first < second
    }
    // Breadth first: each node is a stretch of the sorted phrases that agree in their first words.
    var nodes = [(stretch: 0..<order.count, depth: 0)]
    var node = 0
    while node < nodes.count {
      firstEdge.append(Int32(edgeWords.count))
      var (stretch, depth) = nodes[node]
      let ending = stretch.prefix { phrases[order[$0]].count == depth }
      self.phrases.append(ending.first.map { Int32(order[$0]) } ?? -1)
      stretch = stretch.dropFirst(ending.count)
      while let start = stretch.first {
        let word = phrases[order[start]][depth]
        let same = stretch.prefix { phrases[order[$0]][depth] == word }
        edgeWords.append(word)
        edgeTargets.append(Int32(nodes.count))
        nodes.append((same.startIndex..<same.endIndex, depth + 1))
        stretch = stretch.dropFirst(same.count)
      }
      node += 1
    }
    firstEdge.append(Int32(edgeWords.count))
  }

  /// The node behind a word; nil when no phrase goes on so. Node 0 is the beginning.
  func next(_ node: Int, _ word: Int32) -> Int? {
    var (low, high) = (Int(firstEdge[node]), Int(firstEdge[node + 1]))
    while low < high {
      let middle = (low + high) / 2
      if edgeWords[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < Int(firstEdge[node + 1]) && edgeWords[low] == word ? Int(edgeTargets[low]) : nil
  }

  /// The number of the phrase that ends at a node; nil where none does.
  func phrase(at node: Int) -> Int? { phrases[node] < 0 ? nil : Int(phrases[node]) }
}
