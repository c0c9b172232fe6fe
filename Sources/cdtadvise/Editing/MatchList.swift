/// What a line that is being typed can mean, and which of it the arrows chose.
struct MatchList {
  /// How many matches are shown at once.
  private static let maxRows = 6

  private let matches: [String]
  private var index: Int?

  init(_ matches: [String] = []) { self.matches = matches }

  var isEmpty: Bool { matches.isEmpty }

  /// The match that the arrows chose; nil while the line itself is meant.
  var chosen: String? { index.map { matches[$0] } }

  /// Goes to the next match or the one before; from the first back to the line.
  mutating func move(by step: Int) {
    let next = (index ?? -1) + step
    index = next < 0 ? nil : min(next, matches.count - 1)
  }

  /// The matches as rows below the line, the chosen one marked and among them.
  var rows: [String] {
    let first = max(0, (index ?? 0) - Self.maxRows + 1)
    let shown = matches.indices.dropFirst(first).prefix(Self.maxRows)
    let hidden = matches.count - shown.count
    return shown.map { ($0 == index ? "  > " : "    ") + matches[$0] }
      + (hidden > 0 ? ["    … \(hidden) more"] : [])
  }
}
