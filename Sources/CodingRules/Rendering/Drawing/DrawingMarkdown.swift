extension Drawing {
  /// The tree as Markdown: nested lists, with the path in bold.
  package var markdown: String {
    var lines = ["# \(title.escapedForMarkdown)", "", "\(rules) \(edition.notice)".escapedForMarkdown, ""]
    lines += [bold("1. \(nodes[0].question.ask)", nodes[0].emphasis), ""]
    addBranches(of: nodes[0], indent: "", to: &lines)
    return lines.map { $0 + "\n" }.joined()
  }

  private func addBranches(of node: Node, indent: String, to lines: inout [String]) {
    for branch in node.branches {
      var parts = ([branch.labelsWithIDs] + branch.outcomes.map(\.text)).map { bold($0, branch.emphasis) }
      let next = branch.next.map(self.node)
      if let next {
        let text = branch.isFirstWay ? "\(next.number). \(next.question.ask)" : "see \(next.number)"
        parts.append(bold(text, branch.emphasis))
      }
      lines.append("\(indent)- \(parts.joined(separator: " → "))")
      if let next, branch.isFirstWay { addBranches(of: next, indent: indent + "  ", to: &lines) }
    }
  }

  private func bold(_ text: String, _ emphasis: Emphasis) -> String {
    emphasis == .highlighted ? "**\(text.escapedForMarkdown)**" : text.escapedForMarkdown
  }
}

extension String {
  /// The text with characters special to Markdown escaped.
  var escapedForMarkdown: String {
    map { "\\`*_[]<>#|~&$".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
