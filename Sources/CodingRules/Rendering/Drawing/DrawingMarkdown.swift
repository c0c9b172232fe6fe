extension Drawing {
  /// The tree as Markdown: nested lists, the path in bold.
  package var markdown: String {
    var lines = ["# \(escaped(title))", "", escaped("\(rules) \(edition.notice)"), ""]
    lines += [bold("1. \(nodes[0].question.ask)", nodes[0].isLit), ""]
    addBranches(of: nodes[0], indent: "", to: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private func addBranches(of node: Node, indent: String, to lines: inout [String]) {
    for branch in node.branches {
      let label = "\(branch.answer.label) (\(branch.answer.id))"
      var parts = [bold(label, branch.isLit)] + branch.gains.map { "`\($0.words)`" }
      guard let number = branch.next else {
        lines.append("\(indent)- \(parts.joined(separator: " → "))")
        continue
      }
      let next = self.node(number)
      parts.append(
        branch.isFirstWay
          ? bold("\(number). \(next.question.ask)", branch.isLit) : "see \(number)")
      lines.append("\(indent)- \(parts.joined(separator: " → "))")
      if branch.isFirstWay { addBranches(of: next, indent: indent + "  ", to: &lines) }
    }
  }

  private func bold(_ text: String, _ isLit: Bool) -> String {
    isLit ? "**\(escaped(text))**" : escaped(text)
  }

  /// The text with a backslash before each character that Markdown may take for markup.
  private func escaped(_ text: String) -> String {
    let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]
    return text.map { signs.contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
