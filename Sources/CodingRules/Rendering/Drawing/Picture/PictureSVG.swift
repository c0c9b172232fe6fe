extension Picture {
  /// The picture as a self-contained SVG document, for light and dark screens and for paper.
  package var svg: String {
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(width) \#(height)" "#
        + #"role="img" aria-labelledby="title desc">"#,
      "<title id=\"title\">\(drawing.title.escapedForMarkup)</title>",
      "<desc id=\"desc\">\(drawing.summary.escapedForMarkup)</desc>",
      "<style>\n\(Self.styleSheet)</style>",
      #"<rect class="ground" width="\#(width)" height="\#(height)"/>"#,
    ]
    lines += heading.map(Self.text)
    for emphasis in [Drawing.Emphasis.dimmed, .plain, .highlighted] {
      for edge in edges where edge.emphasis == emphasis { lines += Self.path(edge) }
    }
    lines += cards.flatMap(Self.card) + legend.flatMap(Self.chip) + ["</svg>"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func card(_ card: Card) -> [String] {
    let (width, height, corner) = (card.box.width, card.box.height, Metrics.corner)
    let look = name(card.node.emphasis)
    let outline = #"width="\#(width)" height="\#(height)" rx="\#(corner)"/>"#
    let heading =
      "M0 \(card.headingHeight)V\(corner)Q0 0 \(corner) 0H\(width - corner)"
      + "Q\(width) 0 \(width) \(corner)V\(card.headingHeight)z"
    var lines = [
      #"<g transform="translate(\#(card.box.x) \#(card.box.y))">"#,
      #"<rect class="card" \#(outline)"#,
      #"<path class="heading" d="\#(heading)"/>"#,
    ]
    lines += group(card.node.emphasis, card.heading.map(text))
    for row in card.rows {
      if row.box.y > card.headingHeight {
        lines.append(#"<path class="rule\#(look)" d="M0 \#(row.box.y)H\#(width)"/>"#)
      }
      lines += self.row(row)
    }
    return lines + [#"<rect class="frame\#(look)" \#(outline)"#, "</g>"]
  }

  /// Returns the answers with their results; a tooltip lists the members of a group.
  private static func row(_ row: Row) -> [String] {
    let names = row.branch.answers.map(\.label).joined(separator: ", ")
    let title = row.branch.isGroup ? ["<title>\(names.escapedForMarkup)</title>"] : []
    let parts = row.marks.map(mark) + row.lines.map(text) + row.chips.flatMap(chip)
    return group(row.branch.emphasis, title + parts)
  }

  private static func group(_ emphasis: Drawing.Emphasis, _ parts: [String]) -> [String] {
    ["<g class=\"\(name(emphasis).dropFirst())\">"] + parts + ["</g>"]
  }

  private static func name(_ emphasis: Drawing.Emphasis) -> String {
    emphasis == .plain ? "" : " " + emphasis.rawValue
  }

  private static func mark(_ point: Point) -> String {
    #"<circle class="mark" cx="\#(point.x)" cy="\#(point.y)" r="\#(Metrics.markRadius)"/>"#
  }

  private static func chip(_ chip: Chip) -> [String] {
    let box = chip.box
    return [
      #"<g class="\#(chip.kind.rawValue)"><rect x="\#(box.x)" y="\#(box.y)" width="\#(box.width)" "#
        + #"height="\#(box.height)" rx="5"/>"#
    ] + chip.lines.map(text) + ["</g>"]
  }

  private static func text(_ line: Line) -> String {
    let bold =
      line.bold.isEmpty ? "" : "<tspan class=\"bold\">\(line.bold.escapedForMarkup)</tspan>"
    let size = line.size == Metrics.textSize ? "" : " style=\"font-size:\(line.size)px\""
    return #"<text x="\#(line.at.x)" y="\#(line.at.y)" textLength="\#(line.width)" "#
      + #"lengthAdjust="spacingAndGlyphs"\#(size)>\#(bold)\#(line.text.escapedForMarkup)</text>"#
  }

  private static func path(_ edge: Edge) -> [String] {
    let (first, last) = (edge.points[0], edge.points[edge.points.count - 1])
    var path = "M\(first.x) \(first.y)"
    for (index, point) in edge.points.enumerated().dropFirst().dropLast() {
      let (before, after) = (edge.points[index - 1], edge.points[index + 1])
      let start = point.toward(before, Metrics.corner)
      let end = point.toward(after, Metrics.corner)
      path += "L\(start.x) \(start.y)Q\(point.x) \(point.y) \(end.x) \(end.y)"
    }
    path += "H\(last.x - 6)"
    let tip = "M\(last.x - 9) \(last.y - 5)L\(last.x) \(last.y)L\(last.x - 9) \(last.y + 5)z"
    let look = name(edge.emphasis)
    return [
      #"<path class="edge\#(look)" d="\#(path)"/>"#, #"<path class="tip\#(look)" d="\#(tip)"/>"#,
    ]
  }
}

extension Picture.Point {
  /// Returns the point at a distance toward another one, at most halfway.
  fileprivate func toward(_ other: Self, _ distance: Int) -> Self {
    func step(_ from: Int, _ to: Int) -> Int {
      let length = min(distance, abs(to - from) / 2)
      return from + (to < from ? -length : length)
    }
    return Self(x: step(x, other.x), y: step(y, other.y))
  }
}
