extension Drawing {
  /// The questions on the highlighted path, each with its answers, as lines.
  func litPath(_ strokes: TextStrokes) -> String {
    var lines = ""
    for node in nodes where node.emphasis == .lit {
      lines += strokes.plain(node.question.ask) + "\n"
      for (index, branch) in node.branches.enumerated() {
        let isLast = index == node.branches.count - 1
        let lead = strokes.branch(isLast: isLast, isLit: branch.emphasis == .lit).lead
        lines += lead + strokes.plain(branch.labels.joined(separator: ", ")) + "\n"
      }
    }
    return lines
  }
}
