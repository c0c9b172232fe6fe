extension Drawing {
  /// The tree in the DOT language of Graphviz: a table for each question, a row for each result.
  package var dot: String {
    let font = "fontname=\"Helvetica\""
    let title = [title, rules, edition.notice].map { html($0, width: .max) }
    var lines = [
      "digraph \"\(id)\" {",
      "  label=<\(title.joined(separator: "<br/>"))>; labelloc=t; \(font); fontsize=16;",
      "  rankdir=LR; nodesep=0.3; ranksep=0.9; bgcolor=\"\(Palette.ground.fill)\";",
      "  node [shape=plain, \(font), fontsize=16];",
      "  edge [arrowsize=0.8, penwidth=1.5, color=\"\(Palette.ground.line)\"];",
    ]
    for node in nodes {
      lines.append("  q\(node.number) [label=<\(table(of: node))>];")
      for (index, row) in node.rows.enumerated() {
        guard let next = row.next else { continue }
        lines.append("  q\(node.number):r\(index):e -> q\(next):h:w\(look(row.emphasis));")
      }
    }
    lines += ["  legend [label=<\(legend)>];", "}"]
    return lines.map { $0 + "\n" }.joined()
  }

  private func look(_ emphasis: Emphasis) -> String {
    switch emphasis {
    case .plain: ""
    case .highlighted: " [penwidth=4, color=\"\(Outcome.Kind.path.palette.line)\"]"
    case .dimmed: " [color=\"\(Palette.dimmed.line)\"]"
    }
  }

  private func table(of node: Node) -> String {
    let palette = node.emphasis == .dimmed ? Palette.dimmed : .heading
    let border = node.emphasis == .highlighted ? Outcome.Kind.path.palette.line : palette.line
    let ask = html("\(node.number). \(node.question.ask)", bold: true, palette.text)
    let heading = cell(ask, palette.fill, "port=\"h\" colspan=\"2\"")
    let rows = node.rows.enumerated().map { cells(of: $1, port: "r\($0)") }
    let look = "border=\"1\" style=\"rounded\" cellborder=\"0\" cellspacing=\"0\" cellpadding=\"6\""
    return Self.table("\(look) color=\"\(border)\"", [heading] + rows)
  }

  private static let inner = "border=\"0\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"4\""

  private static func table(_ look: String, _ rows: [String]) -> String {
    "<table \(look)>" + rows.map { "<tr>\($0)</tr>" }.joined() + "</table>"
  }

  /// Returns the cells of a row: the answers on the left, the result on the right.
  private func cells(of row: Branch, port: String) -> String {
    let palette = Self.palette(of: row.emphasis)
    let bullet = row.labels.count > 1 ? "• " : ""
    let labels = row.labels.map { html(bullet + $0, bold: row.emphasis == .highlighted, palette.text) }
    let outcomes = row.outcomes.map { outcome in
      let chip = row.emphasis == .dimmed ? Palette.dimmed : outcome.kind.palette
      return cell(html(outcome.text, bold: row.emphasis == .highlighted, chip.text), chip.fill, "")
    }
    let chips = outcomes.isEmpty ? " " : Self.table(Self.inner, outcomes)
    return cell(labels.joined(separator: "<br align=\"left\"/>"), palette.fill, "")
      + cell(chips, palette.fill, "port=\"\(port)\"")
  }

  private static func palette(of emphasis: Emphasis) -> Palette {
    switch emphasis {
    case .plain: .card
    case .highlighted: Outcome.Kind.path.palette
    case .dimmed: .dimmed
    }
  }

  private func cell(_ content: String, _ fill: String, _ attributes: String) -> String {
    "<td align=\"left\" balign=\"left\" bgcolor=\"\(fill)\" \(attributes)>\(content)</td>"
  }

  private var legend: String {
    Self.table(
      Self.inner,
      kinds.map { cell(html(meaning(of: $0), $0.palette.text), $0.palette.fill, "") })
  }

  private func html(
    _ text: String, bold: Bool = false, _ color: String = Palette.card.text, width: Int = 34
  ) -> String {
    let lines = wrapped(text, to: width) { displayWidth($0) }.map { line in
      line.escapedForMarkup.split(separator: "\\", omittingEmptySubsequences: false)
        .joined(separator: "\\\\")
    }
    let words = lines.joined(separator: "<br align=\"left\"/>")
    return "<font color=\"\(color)\">\(bold ? "<b>\(words)</b>" : words)</font>"
  }
}

extension String {
  /// The text with characters special to XML and HTML escaped.
  var escapedForMarkup: String {
    unicodeScalars.map { scalar in
      "&<>\"'".unicodeScalars.contains(scalar) ? "&#\(scalar.value);" : String(scalar)
    }.joined()
  }
}
