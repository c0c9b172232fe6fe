extension Picture.Card {
  /// Creates a card as narrow as its words allow, within a maximum width or its longest word.
  init(_ node: Drawing.Node, maxWidth: Int) {
    self.node = node
    let inner = max(maxWidth - 2 * Metrics.cardPadding, Self.minWidth(node))
    let ask = wrapped("\(node.number). \(node.question.ask)", to: inner) {
      textWidth($0, size: Metrics.textSize, isBold: true)
    }
    var top = Metrics.rowPadding + 1
    for line in ask {
      let base = Picture.Point(x: Metrics.cardPadding, y: top + Metrics.ascent)
      heading.append(Picture.Line(at: base, bold: line))
      top += Metrics.lineHeight
    }
    headingHeight = top + Metrics.rowPadding + 1
    box = Picture.Box(width: 0, height: headingHeight)
    for branch in node.rows {
      let row = Picture.Row(branch, top: box.height, maxWidth: inner)
      rows.append(row)
      box.height += row.box.height
    }
    let widest = (heading.map(\.width) + rows.map(\.box.width)).reduce(0, max)
    box.width = widest + 2 * Metrics.cardPadding
  }

  /// Returns the width of the longest word, unless it is long enough to be broken.
  private static func minWidth(_ node: Drawing.Node) -> Int {
    func widest(_ texts: [String], _ margin: Int) -> Int {
      let words = texts.flatMap { $0.split(separator: " ") }
      let widths = words.map { textWidth(String($0), size: Metrics.textSize, isBold: true) }
      return margin + widths.reduce(0, max)
    }
    let labels = node.branches.flatMap(\.labels)
    let chips = node.branches.flatMap(\.outcomes).map(\.text)
    let room = max(
      widest([node.question.ask], 0), widest(labels, Metrics.markWidth),
      widest(chips, Metrics.markWidth + 2 * Metrics.chipSidePadding))
    return min(room, Metrics.minSideWidth)
  }

  /// The distance from its top to incoming arrows.
  static let entry = Metrics.rowPadding + 1 + Metrics.lineHeight / 2
}

extension Picture.Row {
  /// Creates a row of answers, with results to the right or else below, as wide as its words.
  fileprivate init(_ branch: Drawing.Branch, top: Int, maxWidth: Int) {
    self.branch = branch
    box = Picture.Box(x: 0, y: top, width: 0, height: Metrics.rowPadding)
    for label in branch.labels { add(label, maxWidth - Metrics.markWidth) }
    for outcome in branch.outcomes { add(outcome, maxWidth - Metrics.markWidth) }
    box.height += Metrics.rowPadding
    let ends = lines.map { $0.at.x + $0.width } + chips.map { $0.box.x + $0.box.width }
    box.width = ends.reduce(0, max) - Metrics.cardPadding
  }

  private mutating func add(_ label: String, _ room: Int) {
    let y = box.y + box.height + Metrics.lineHeight / 2
    marks.append(Picture.Point(x: Metrics.cardPadding + Metrics.markRadius, y: y))
    let words = wrapped(label, to: room) { textWidth($0, size: Metrics.textSize) }
    for line in words {
      let base = Picture.Point(x: left, y: box.y + box.height + Metrics.ascent)
      lines.append(Picture.Line(at: base, text: line))
      box.height += Metrics.lineHeight
    }
  }

  private var left: Int { Metrics.cardPadding + Metrics.markWidth }

  private mutating func add(_ outcome: Drawing.Outcome, _ room: Int) {
    var chip = Picture.Chip(outcome, maxWidth: room)
    if lines.count == 1, chips.isEmpty, chip.lines.count == 1,
      lines[0].width + 10 + chip.box.width <= room
    {
      let top = lines[0].at.y - Metrics.ascent - Metrics.chipPadding
      chip.move(to: Picture.Point(x: left + lines[0].width + 10, y: top))
      box.height += Metrics.chipPadding
    } else {
      chip.move(to: Picture.Point(x: left, y: box.y + box.height + 1))
      box.height += chip.box.height + 3
    }
    chips.append(chip)
  }
}

extension Picture.Chip {
  /// Creates a chip at the origin, as narrow as its words allow within a maximum width.
  init(_ outcome: Drawing.Outcome, maxWidth: Int) {
    kind = outcome.kind
    let code = outcome.code
    func line(_ words: String) -> Picture.Line {
      let isFirst = !code.isEmpty && words.hasPrefix(code)
      return Picture.Line(
        at: Picture.Point(x: Metrics.chipSidePadding, y: 0), bold: isFirst ? code : "",
        text: isFirst ? String(words.dropFirst(code.count)) : words)
    }
    let room = maxWidth - 2 * Metrics.chipSidePadding
    lines = wrapped(outcome.text, to: room) { line($0).width }.map(line)
    for index in lines.indices {
      lines[index].at.y = Metrics.chipPadding + index * Metrics.lineHeight + Metrics.ascent
    }
    box = Picture.Box(
      width: lines.map(\.width).reduce(0, max) + 2 * Metrics.chipSidePadding,
      height: lines.count * Metrics.lineHeight + 2 * Metrics.chipPadding)
  }

  mutating func move(to point: Picture.Point) {
    for index in lines.indices {
      lines[index].at.x += point.x - box.x
      lines[index].at.y += point.y - box.y
    }
    (box.x, box.y) = (point.x, point.y)
  }
}
