extension Drawing {
  /// The tree as a Mermaid flowchart, with questions and results as boxes and answers on arrows.
  package var mermaid: String {
    var chart = MermaidChart()
    for node in nodes {
      let ask = escaped("\(node.number). \(node.question.ask)")
      chart.box("q\(node.number)", "[\"\(ask)\"]", "question", node.emphasis)
      for (index, row) in node.rows.enumerated() { add(row, index, of: node, to: &chart) }
    }
    let legend = kinds.map { "  legend_\($0)([\"\(escaped(meaning(of: $0)))\"]):::\($0) ~~~ q1" }
    let head = [
      "---", "title: \"\(escaped("\(heading) \(edition.notice)"))\"", "config:", "  flowchart:",
      "    nodeSpacing: 16", "    rankSpacing: 24", "---", "flowchart LR",
    ]
    let lines = head + chart.body + legend + styles + (hasPath ? chart.marks : [])
    return lines.map { $0 + "\n" }.joined()
  }

  private var styles: [String] {
    let looks = [("question", Palette.heading, false)] + kinds.map { ("\($0)", $0.palette, $0.isDashed) }
    return looks.map { name, palette, isDashed in
      "  classDef \(name) fill:\(palette.fill),stroke:\(palette.line),color:\(palette.text)"
        + (isDashed ? ",stroke-dasharray:5 3" : "")
    }
  }

  /// Adds an arrow from the question through the row's results to the next question.
  private func add(_ row: Branch, _ index: Int, of node: Node, to chart: inout MermaidChart) {
    let bullet = row.labels.count > 1 ? "• " : ""
    let label = row.labels.map { bullet + escaped($0) }.joined(separator: "<br/>")
    var from = "q\(node.number)"
    var arrow = "|\"\(label)\"|"
    for (number, outcome) in row.outcomes.enumerated() {
      let box = "r\(node.number)_\(index + 1)_\(number + 1)"
      chart.box(box, "([\"\(escaped(outcome.text))\"])", "\(outcome.kind)", row.emphasis)
      chart.arrow(from, arrow, box, row.emphasis)
      (from, arrow) = (box, "")
    }
    if let next = row.next { chart.arrow(from, arrow, "q\(next)", row.emphasis) }
  }

  /// Returns the text with all but letters, digits and plain signs as numeric references, so that
  /// nothing in it is syntax to Mermaid, HTML, icon names or formulas.
  private func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      return isPlain || " .,?()-".unicodeScalars.contains(scalar)
        ? String(scalar) : "#\(scalar.value);"
    }.joined()
  }
}

private struct MermaidChart {
  var body: [String] = []
  var boxes: [(id: String, emphasis: Drawing.Emphasis)] = []
  var arrows: [Drawing.Emphasis] = []

  mutating func box(_ id: String, _ shape: String, _ kind: String, _ emphasis: Drawing.Emphasis) {
    body.append("  \(id)\(shape):::\(kind)")
    boxes.append((id, emphasis))
  }

  mutating func arrow(
    _ from: String, _ label: String, _ target: String, _ emphasis: Drawing.Emphasis
  ) {
    body.append("  \(from) -->\(label) \(target)")
    arrows.append(emphasis)
  }

  /// The styles for parts on and off the path, which suit light and dark backgrounds.
  var marks: [String] {
    let line = "stroke:\(Drawing.Outcome.Kind.path.palette.line),stroke-width:4px"
    let looks: [(emphasis: Drawing.Emphasis, box: String, arrow: String)] = [
      (.highlighted, line, line),
      (.dimmed, "fill:#8881,stroke:#8886,color:#888", "stroke:#8886,color:#888"),
    ]
    return looks.flatMap { look in
      let marked = [
        ("class", boxes.filter { $0.emphasis == look.emphasis }.map(\.id), look.emphasis.rawValue),
        ("linkStyle", arrows.indices.filter { arrows[$0] == look.emphasis }.map(String.init), look.arrow),
      ]
      return ["  classDef \(look.emphasis.rawValue) \(look.box)"]
        + marked.filter { !$0.1.isEmpty }.map { "  \($0) \($1.joined(by: ",")) \($2)" }
    }
  }
}
