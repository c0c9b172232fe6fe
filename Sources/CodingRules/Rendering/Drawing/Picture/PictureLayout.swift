extension Picture {
  /// Lays out a drawing to fill a screen with text as large as possible.
  package init(_ drawing: Drawing) {
    self = PicturePlan(drawing).bestPicture()
  }

  /// Places columns and lanes side by side, and title and legend around the first question.
  init(_ drawing: Drawing, _ columns: PictureColumns) {
    self.drawing = drawing
    let lanes = columns.items.indices.dropLast().map { PictureLanes(after: $0, of: columns) }
    let grid = PictureGrid(columns: columns, lanes: lanes)
    width = grid.width
    height = columns.height + 2 * Metrics.margin
    heading = PictureHeading(drawing, width: columns.widths[0]).lines
    legend = PictureLegend(drawing).chips(bottom: columns.height + Metrics.margin)
    cards = zip(columns.cards, columns.columns).map { card, column in
      var card = card
      card.box.x = grid.lefts[column]
      card.box.y += Metrics.margin
      card.box.width = columns.widths[column]
      return card
    }
    edges = columns.cards.indices.flatMap { index in
      columns.cards[index].rows.compactMap { grid.edge(of: $0, on: index) }
    }
  }
}

/// The horizontal positions of columns and lanes.
private struct PictureGrid {
  let columns: PictureColumns
  let lanes: [PictureLanes]
  let lefts: [Int]
  let width: Int

  init(columns: PictureColumns, lanes: [PictureLanes]) {
    self.columns = columns
    self.lanes = lanes
    var lefts = [Metrics.margin]
    for (column, lane) in lanes.enumerated() {
      lefts.append(lefts[column] + columns.widths[column] + lane.width)
    }
    self.lefts = lefts
    width = lefts[lanes.count] + columns.widths[lanes.count] + Metrics.margin
  }

  /// Returns the arrow from a row of a card to the next question; nil at the end of a path.
  func edge(of row: Picture.Row, on index: Int) -> Picture.Edge? {
    guard let next = row.branch.next else { return nil }
    let (first, last) = (columns.columns[index], columns.columns[next - 1])
    var y = columns.cards[index].exit(of: row)
    var points = [Picture.Point(x: lefts[first] + columns.widths[first], y: y)]
    for column in first..<last {
      let lane = lefts[column] + columns.widths[column] + lanes[column].offset(of: next)
      let exit = columns.entry(to: next, in: column + 1)
      if exit != y { points += [Picture.Point(x: lane, y: y), Picture.Point(x: lane, y: exit)] }
      y = exit
    }
    points.append(Picture.Point(x: lefts[last], y: y))
    for index in points.indices { points[index].y += Metrics.margin }
    return Picture.Edge(points: points, emphasis: row.branch.emphasis)
  }
}
