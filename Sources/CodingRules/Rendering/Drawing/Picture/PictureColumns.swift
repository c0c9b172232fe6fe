/// The cards of a picture in columns, with the arrows that pass a column.
struct PictureColumns {
  /// The cards in the order of their numbers, placed vertically.
  private(set) var cards: [Picture.Card]
  /// The 0-based column of each question.
  let columns: [Int]
  private(set) var items: [[PicturePlan.Item]]
  /// The vertical position of the arrows to a question that pass a column.
  private(set) var passages: [[Int: Int]]
  /// The width of each column, which is that of its widest card.
  let widths: [Int]
  let height: Int
  /// The rows that lead to each question.
  private let sources: [[PicturePlan.Origin]]

  /// Places the cards of a plan in its columns.
  init(_ plan: PicturePlan, _ cards: [Picture.Card], height: Int) {
    self.cards = cards
    self.height = height
    columns = plan.columns
    items = plan.items
    sources = plan.sources
    passages = Array(repeating: [:], count: plan.items.count)
    var widths = Array(repeating: 0, count: plan.items.count)
    widths[0] = Metrics.minSideWidth
    for (card, column) in zip(cards, plan.columns) {
      widths[column] = max(widths[column], card.box.width)
    }
    self.widths = widths
    self.cards[0].box.y = PictureHeading(plan.drawing, width: widths[0]).height
    for column in items.indices.dropFirst() { arrange(column) }
  }

  /// Returns the vertical positions at which arrows to a question leave a column.
  func exits(to destination: Int, from column: Int) -> [Int] {
    let rows = sources[destination - 1].filter { columns[$0.card] == column }
      .map { cards[$0.card].exit(of: cards[$0.card].rows[$0.row]) }
    return rows + [passages[column][destination]].compactMap(\.self)
  }

  /// Returns the vertical position at which arrows to a question reach its card or a passage.
  func entry(to destination: Int, in column: Int) -> Int {
    if let passage = passages[column][destination] { return passage }
    let box = cards[destination - 1].box
    let heading = (box.y + 10)...(box.y + cards[destination - 1].headingHeight - 10)
    let exits = exits(to: destination, from: column - 1)
    return exits.first(where: heading.contains) ?? box.y + Picture.Card.entry
  }

  /// Sorts a column by the origin of its arrows and moves each item close to it.
  private mutating func arrange(_ column: Int) {
    let wanted = items[column].map { item in
      let exits = exits(to: item.destination, from: column - 1)
      return exits.reduce(0, +) / max(1, exits.count)
    }
    let order = items[column].indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    items[column] = order.map { items[column][$0] }
    let heights = items[column].map { $0.height(cards) }
    var tops = zip(items[column], order).map { item, index in wanted[index] - item.entry }
    var free = 0
    for index in tops.indices {
      tops[index] = max(tops[index], free)
      free = tops[index] + heights[index] + Metrics.cardGap
    }
    var end = height
    for index in tops.indices.reversed() {
      tops[index] = max(0, min(tops[index], end - heights[index]))
      end = tops[index] - Metrics.cardGap
    }
    for (item, top) in zip(items[column], tops) {
      switch item {
      case .card(let number): cards[number - 1].box.y = top
      case .passage(let destination):
        passages[column][destination] = top + Metrics.passageHeight / 2
      }
    }
  }
}

extension Picture.Card {
  /// Returns the vertical position at which the arrow of a row starts.
  func exit(of row: Picture.Row) -> Int { box.y + row.box.y + row.box.height / 2 }
}
