extension Drawing {
  /// The tree as a Mermaid flowchart: questions as boxes, answers on the arrows, ends with what they earn.
  ///
  /// The path is drawn in thick lines.
  package var mermaid: String {
    let title = "\(heading) \(edition.notice)".escapedForQuotes
    var lines = ["---", "title: \"\(title)\"", "---", "flowchart LR"]
    for node in nodes {
      lines.append("  q\(node.number)[\"\(escaped("\(node.number). \(node.question.ask)"))\"]")
      for (index, branch) in node.branches.enumerated() {
        let end = "e\(node.number)_\(index + 1)"
        if branch.next == nil { lines.append("  \(end)\(endShape(branch))") }
        let target = branch.next.map { "q\($0)" } ?? end
        let arrow = branch.isLit ? "==>" : "-->"
        lines.append("  q\(node.number) \(arrow)|\"\(escaped(label(branch)))\"| \(target)")
      }
    }
    let lit = nodes.filter(\.isLit).map { "q\($0.number)" }
    if nodes.contains(where: { $0.branches.contains(where: \.isLit) }) {
      lines += ["  classDef lit stroke-width:4px", "  class \(lit.joined(separator: ",")) lit"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func endShape(_ branch: Branch) -> String {
    branch.gains.isEmpty
      ? "((\" \"))" : "([\"\(escaped(branch.gains.map(\.words).joined(separator: ", ")))\"])"
  }

  /// The answer, and behind it what it earns if the path goes on from there.
  private func label(_ branch: Branch) -> String {
    guard branch.next != nil, !branch.gains.isEmpty else { return branch.answer.label }
    return "\(branch.answer.label) → \(branch.gains.map(\.words).joined(separator: ", "))"
  }

  /// The text with each sign that Mermaid or HTML may take for its own written as its number.
  private func escaped(_ text: String) -> String {
    let signs: Set<Unicode.Scalar> = ["\"", "#", ";", "<", ">", "&", "\\", "`", "*", "_", "~"]
    return text.unicodeScalars.map { signs.contains($0) ? "#\($0.value);" : String($0) }.joined()
  }
}
