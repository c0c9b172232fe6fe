extension Drawing {
  /// The tree in the language of Graphviz, left to right, the path in thick lines.
  package var dot: String {
    let font = "fontname=\"Helvetica\""
    var lines = [
      "digraph \(quoted(id)) {",
      "  label=\(quoted([heading, edition.notice], width: 100)); labelloc=t; \(font); fontsize=16;",
      "  rankdir=LR; nodesep=0.15; ranksep=0.6; bgcolor=white;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#eef3f6\", color=\"#5b7f95\", \(font)];",
      "  edge [color=\"#8a99a3\", fontsize=11, \(font)];",
    ]
    for node in nodes {
      let question = quoted(["\(node.number). \(node.question.ask)"], width: 24)
      lines.append("  q\(node.number) [label=\(question)\(thick(node.isLit))];")
      for (index, branch) in node.branches.enumerated() {
        let end = "e\(node.number)_\(index + 1)"
        if branch.next == nil { lines.append("  \(end) [\(endLook(branch))\(thick(branch.isLit))];") }
        let target = branch.next.map { "q\($0)" } ?? end
        let gains = branch.next == nil ? [] : branch.gains.map(\.words)
        let label = quoted([branch.answer.label] + gains, width: 28)
        lines.append("  q\(node.number) -> \(target) [label=\(label)\(thick(branch.isLit))];")
      }
    }
    lines.append("}")
    return lines.map { $0 + "\n" }.joined()
  }

  private func thick(_ isLit: Bool) -> String { isLit ? ", penwidth=3, color=\"#b5541c\"" : "" }

  private func endLook(_ branch: Branch) -> String {
    guard let first = branch.gains.first else { return "shape=point, width=0.12, label=\"\"" }
    let fill = first.kind == .report ? "#dcefe0" : "#f3f0e8"
    return
      "label=\(quoted(branch.gains.map(\.words), width: 28)), shape=box, style=filled, fillcolor=\"\(fill)\""
  }

  /// The paragraphs as one quoted label, their lines broken at words.
  private func quoted(_ paragraphs: [String], width: Int = .max) -> String {
    var lines: [String] = []
    for paragraph in paragraphs {
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, displayWidth(line) + 1 + displayWidth(word) > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
    }
    return "\"\(lines.map(\.escapedForQuotes).joined(separator: "\\n"))\""
  }

  private func quoted(_ text: String) -> String { quoted([text]) }
}

extension String {
  /// The text with a backslash before each quotation mark and backslash.
  var escapedForQuotes: String {
    map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
