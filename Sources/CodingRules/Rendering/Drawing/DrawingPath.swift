extension Drawing {
  /// The questions that the lit path meets, each with its answers, as lines; the rest of the tree is left out.
  func litPath(_ strokes: TextStrokes) -> String {
    var lines = ""
    for node in nodes where node.isLit {
      lines += strokes.plain(node.question.ask) + "\n"
      for (index, branch) in node.branches.enumerated() {
        let lead = strokes.branch(isLast: index == node.branches.count - 1, isLit: branch.isLit).lead
        lines += lead + strokes.plain(branch.answer.label) + "\n"
      }
    }
    return lines
  }
}
