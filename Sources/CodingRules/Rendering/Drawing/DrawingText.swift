extension Drawing {
  /// Returns the tree as text, wrapped at words and ending in a line break.
  ///
  /// A question that was already drawn is given as its number. So is one that does not fit the
  /// width; its tree follows below.
  package func text(_ style: TextStyle, _ strokes: TextStrokes) -> String {
    var writer = TreeWriter(drawing: self, style: style, strokes: strokes)
    writer.write([Word(heading, .heading)], lead: "", past: "")
    writer.endLine()
    writer.draw(node(1), past: "")
    while let number = writer.postponed.popFirst() {
      writer.endLine()
      writer.draw(node(number), past: "")
    }
    writer.endLine()
    let hint = isCollapsed ? " --expand draws what is left out." : ""
    writer.write([Word(edition.notice + hint)], lead: "", past: "")
    return writer.text
  }

  /// The maximum number of lines that are easy to take in.
  package static let maxTextLines = 60
}

/// Words in one color.
private struct Word {
  let text: String
  let ink: TextPage.Ink?
  /// Whether they start a new line rather than wrap, if they fit on one.
  var isUnit = false

  init(_ text: String, _ ink: TextPage.Ink? = nil, isUnit: Bool = false) {
    self.text = text
    self.ink = ink
    self.isUnit = isUnit
  }
}

private struct TreeWriter {
  /// The minimum number of columns for words; a question with fewer is drawn further down.
  static let minRoom = 24

  let drawing: Drawing
  let style: TextStyle
  let strokes: TextStrokes
  /// The numbers of the questions still to be drawn.
  var postponed: ArraySlice<Int> = []
  private(set) var text = ""

  /// Draws a question and its branches, to the right of the strokes that pass them.
  mutating func draw(_ node: Drawing.Node, past: String) {
    write([Word("\(node.number). \(node.question.ask)", node.emphasis.ink)], lead: past, past: past)
    for (index, branch) in node.branches.enumerated() {
      let isLast = index == node.branches.count - 1
      let stroke = strokes.branch(isLast: isLast, isHighlighted: branch.emphasis == .highlighted)
      let below = past + stroke.past
      let next = branch.isFirstWay ? branch.next : nil
      let hasRoom = displayWidth(below) + strokes.last.past.count + Self.minRoom <= style.width
      let opensHere = next != nil && hasRoom
      write(words(of: branch, seesNext: !opensHere), lead: past + stroke.lead, past: below)
      guard let next else { continue }
      if opensHere { draw(drawing.node(next), past: below) } else { postponed.append(next) }
    }
  }

  private func words(of branch: Drawing.Branch, seesNext: Bool) -> [Word] {
    let label = Word(branch.labelsWithIDs, branch.emphasis.ink)
    var ends = branch.outcomes.map {
      Word($0.text, $0.isBillable ? branch.emphasis.codeInk : label.ink)
    }
    if seesNext, let next = branch.next { ends.append(Word("see \(next)", label.ink)) }
    let separated = ends.enumerated().map { index, end in
      let lead = index == 0 ? "\(strokes.arrow) " : ""
      return Word(lead + end.text + (index < ends.count - 1 ? ";" : ""), end.ink, isUnit: true)
    }
    return [label] + separated
  }

  /// Writes words after a lead; wrapped lines start after the strokes that pass them.
  mutating func write(_ words: [Word], lead: String, past: String) {
    text += lead
    let margin = displayWidth(past)
    var used = displayWidth(lead)
    var isFresh = true
    for word in words {
      let parts = parts(of: word, room: style.width - margin)
      let whole = parts.reduce(parts.count - 1) { $0 + displayWidth($1) }
      for (index, part) in parts.enumerated() {
        let width = displayWidth(part)
        let needed = word.isUnit && index == 0 ? whole : width
        if !isFresh, used + 1 + needed > style.width {
          endLine()
          text += past
          used = margin
        } else if !isFresh {
          text += " "
          used += 1
        }
        text += inked(part, word.ink)
        used += width
        isFresh = false
      }
    }
    endLine()
  }

  private func parts(of word: Word, room: Int) -> [String] {
    strokes.plain(word.text).split(separator: " ").flatMap { part in
      pieces(of: String(part), in: room) { displayWidth($0) }
    }
  }

  private func inked(_ word: String, _ ink: TextPage.Ink?) -> String {
    guard style.isColored, let ink else { return word }
    return "\u{1B}[\(ink.rawValue)m\(word)\u{1B}[0m"
  }

  mutating func endLine() { text += "\n" }
}

extension Drawing.Emphasis {
  fileprivate var ink: TextPage.Ink? {
    switch self {
    case .plain: nil
    case .highlighted: .heading
    case .dimmed: .dimmed
    }
  }

  fileprivate var codeInk: TextPage.Ink { self == .dimmed ? .dimmed : .code }
}
