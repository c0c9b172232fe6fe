/// The questions and arrows in each column of a picture, and their heights by width.
struct PicturePlan {
  enum Item: Hashable {
    /// The question with this number.
    case card(Int)
    /// All arrows to the question with this number that pass the column.
    case passage(to: Int)
  }

  /// An arrow's start: the index of a card and that of a row on it.
  typealias Origin = (card: Int, row: Int)

  static let maxTried = 200

  static let widths = Array(stride(from: 150, through: 560, by: 10))
  /// The first index of the widths to try; narrow ones, which wrap lines, only for larger text.
  private static let minWidthIndices = [8, 0]

  let drawing: Drawing
  /// The 0-based column of each question, after all questions that lead to it.
  let columns: [Int]
  let items: [[Item]]
  /// The rows that lead to each question.
  let sources: [[Origin]]
  /// The cards for each width, in the order of their numbers.
  private let cards: [[Picture.Card]]

  init(_ drawing: Drawing) {
    self.drawing = drawing
    let nodes = drawing.nodes
    let columns = Self.columns(of: nodes)
    var sources: [[Origin]] = Array(repeating: [], count: nodes.count)
    for (index, node) in nodes.enumerated() {
      for (row, branch) in node.rows.enumerated() {
        if let next = branch.next { sources[next - 1].append((index, row)) }
      }
    }
    var items: [[Item]] = Array(repeating: [], count: columns.reduce(0, max) + 1)
    for (index, column) in columns.enumerated() {
      items[column].append(.card(index + 1))
      let start = sources[index].map { columns[$0.card] }.min() ?? column
      for passed in (start..<column).dropFirst() {
        items[passed].append(.passage(to: index + 1))
      }
    }
    self.columns = columns
    self.items = items
    self.sources = sources
    cards = Self.widths.map { width in
      zip(nodes, columns).map { node, column in
        Picture.Card(node, maxWidth: column == 0 ? max(width, Metrics.minSideWidth) : width)
      }
    }
  }

  private static func columns(of nodes: [Drawing.Node]) -> [Int] {
    var columns = Array(repeating: 0, count: nodes.count)
    // Each round places the questions one step further from the first.
    for _ in nodes {
      for (index, node) in nodes.enumerated() {
        for next in node.branches.compactMap(\.next) {
          columns[next - 1] = max(columns[next - 1], columns[index] + 1)
        }
      }
    }
    return columns
  }

  /// Returns the layout with the largest text on a screen.
  ///
  /// Tries the possible heights of columns; each column is as narrow as the height allows, or else
  /// as low as possible.
  func bestPicture() -> Picture {
    let heights = items.indices.map { column in cards.map { height(of: column, $0) } }
    var best = picture(heights, height: 0, from: 0)
    let tried = Set(heights.joined()).sorted()
    for least in Self.minWidthIndices where best.score < Picture.maxScore {
      for index in stride(from: 0, to: tried.count, by: 1 + tried.count / Self.maxTried) {
        let picture = picture(heights, height: tried[index], from: least)
        if picture.score > best.score { best = picture }
      }
    }
    return best
  }

  /// Returns a layout with columns of a height, given the height of each column by width.
  private func picture(_ heights: [[Int]], height: Int, from least: Int) -> Picture {
    let chosen = heights.map { heights in
      let bound = max(height, heights[least...].reduce(.max, min))
      return heights[least...].prefix { $0 > bound }.endIndex
    }
    let fitting = columns.indices.map { cards[chosen[columns[$0]]][$0] }
    let highest = zip(heights, chosen).map { $0[$1] }.reduce(0, max)
    return Picture(drawing, PictureColumns(self, fitting, height: highest))
  }

  /// Returns the height of a column; the first one also has the title and the legend.
  private func height(of column: Int, _ cards: [Picture.Card]) -> Int {
    let height = items[column].reduce((items[column].count - 1) * Metrics.cardGap) {
      $0 + $1.height(cards)
    }
    guard column == 0 else { return height }
    let width = max(cards[0].box.width, Metrics.minSideWidth)
    return height + PictureHeading(drawing, width: width).height + PictureLegend(drawing).height
  }
}

extension PicturePlan.Item {
  /// The number of the question its arrows lead to.
  var destination: Int {
    switch self {
    case .card(let number), .passage(let number): number
    }
  }

  /// Returns its height, given the cards in the order of their numbers.
  func height(_ cards: [Picture.Card]) -> Int {
    switch self {
    case .card(let number): cards[number - 1].box.height
    case .passage: Metrics.passageHeight
    }
  }

  /// The distance from its top to incoming arrows.
  var entry: Int {
    if case .card = self { Picture.Card.entry } else { Metrics.passageHeight / 2 }
  }
}
