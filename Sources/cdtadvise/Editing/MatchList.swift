/// The possible meanings of an unfinished line, and the one selected with the arrow keys.
struct MatchList {
  /// The largest number of matches shown at once.
  private static let maxRows = 6

  private let matches: [String]
  private var index: Int?

  init(_ matches: [String] = []) { self.matches = matches }

  var isEmpty: Bool { matches.isEmpty }

  /// The selected match; nil while the line itself counts.
  var chosen: String? { index.map { matches[$0] } }

  /// Selects the next or the previous match; before the first comes the line itself.
  mutating func move(by step: Int) {
    let next = (index ?? -1) + step
    index = next < 0 ? nil : min(next, matches.count - 1)
  }

  /// The rows below the line: a window of the matches that includes the selected one, marked.
  var rows: [String] {
    let first = max(0, (index ?? 0) - Self.maxRows + 1)
    let shown = matches.indices.dropFirst(first).prefix(Self.maxRows)
    let hidden = matches.count - shown.count
    return shown.map { ($0 == index ? "  > " : "    ") + matches[$0] }
      + (hidden > 0 ? ["    … \(hidden) more"] : [])
  }
}
