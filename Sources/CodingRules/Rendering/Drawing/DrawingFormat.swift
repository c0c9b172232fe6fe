package enum DrawingFormat: String, CaseIterable, Sendable {
  case text, markdown, mermaid, dot, svg
}

extension RuleBook {
  /// The tree of a topic in a format: as much of it as is legible, unless the detail says how much.
  ///
  /// - Parameters:
  ///   - answers: The path to highlight.
  ///   - style: The style of text.
  ///   - strokes: The characters of text.
  package func drawing(
    of topic: Topic, highlighting answers: Answers, _ detail: Drawing.Detail, as format: DrawingFormat,
    _ style: TextStyle, _ strokes: TextStrokes
  ) -> String {
    func text(_ drawing: Drawing) -> String {
      switch format {
      case .text: drawing.text(style, strokes)
      case .markdown: drawing.markdown
      case .mermaid: drawing.mermaid
      case .dot: drawing.dot
      case .svg: Picture(drawing).svg
      }
    }
    let isWhole = detail.isExpanded || detail.depth != nil
    return text(
      drawing(of: topic, highlighting: answers, detail) { drawing in
        switch format {
        case _ where isWhole: true
        case .text: text(drawing).utf8.count { $0 == 0x0A } <= Drawing.maxTextLines
        case .svg: Picture(drawing).isReadable
        case .markdown, .mermaid, .dot: true
        }
      })
  }
}
