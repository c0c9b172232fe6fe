extension Drawing {
  /// The tree as text, its lines broken at words to fit the width, ending in a line break.
  ///
  /// A question that was drawn before is named by its number. One for which the line has no room left is
  /// named so too, and its tree follows below.
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
    writer.write([Word(edition.notice)], lead: "", past: "")
    return writer.text
  }
}

/// Words that are written alike.
private struct Word {
  let text: String
  let ink: TextPage.Ink?

  init(_ text: String, _ ink: TextPage.Ink? = nil) {
    self.text = text
    self.ink = ink
  }
}

private struct TreeWriter {
  /// The columns that words keep beside the strokes; a question that would have fewer is drawn further down.
  static let leastRoom = 24
  /// A space at which no line is broken.
  static let tie: Character = "\u{A0}"

  let drawing: Drawing
  let style: TextStyle
  let strokes: TextStrokes
  /// The numbers of the questions still to be drawn.
  var postponed: ArraySlice<Int> = []
  private(set) var text = ""

  init(drawing: Drawing, style: TextStyle, strokes: TextStrokes) {
    self.drawing = drawing
    self.style = style
    self.strokes = strokes
  }

  /// Draws a question and its branches to the right of the strokes that run past them.
  mutating func draw(_ node: Drawing.Node, past: String) {
    write([Word("\(node.number). \(node.question.ask)", node.isLit ? .heading : nil)], lead: past, past: past)
    for (index, branch) in node.branches.enumerated() {
      let stroke = strokes.branch(isLast: index == node.branches.count - 1, isLit: branch.isLit)
      let below = past + stroke.past
      let next = branch.isFirstWay ? branch.next : nil
      let hasRoom = displayWidth(below) + strokes.last.past.count + Self.leastRoom <= style.width
      let opensHere = next != nil && hasRoom
      write(words(of: branch, seesNext: !opensHere), lead: past + stroke.lead, past: below)
      guard let next else { continue }
      if opensHere { draw(drawing.node(next), past: below) } else { postponed.append(next) }
    }
  }

  private func words(of branch: Drawing.Branch, seesNext: Bool) -> [Word] {
    var ends = branch.gains.map { Word($0.words, $0.kind == .report ? .code : nil) }
    if seesNext, let next = branch.next { ends.append(Word("see \(next)")) }
    let separated = ends.enumerated().map { index, end in
      Word(index < ends.count - 1 ? end.text + "," : end.text, end.ink)
    }
    let label = Word("\(branch.answer.label) (\(branch.answer.id))", branch.isLit ? .heading : nil)
    guard let first = separated.first else { return [label] }
    return [label, Word("\(strokes.arrow)\(Self.tie)\(first.text)", first.ink)] + separated.dropFirst()
  }

  /// Writes words behind a lead; further lines begin behind the strokes that run past.
  mutating func write(_ words: [Word], lead: String, past: String) {
    text += lead
    let margin = displayWidth(past)
    var used = displayWidth(lead)
    var isFresh = true
    for word in words {
      for part in parts(of: word, room: style.width - margin) {
        let width = displayWidth(part)
        if !isFresh, used + 1 + width > style.width {
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
    word.text.split(separator: " ").flatMap { part in
      pieces(of: strokes.plain(String(part.map { $0 == Self.tie ? " " : $0 })), in: room)
    }
  }

  /// A word that is wider than the room, in pieces that are not.
  private func pieces(of word: String, in room: Int) -> [String] {
    var pieces = [""]
    for character in word {
      let piece = pieces[pieces.count - 1] + String(character)
      if displayWidth(piece) > room {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1] = piece
      }
    }
    return pieces
  }

  private func inked(_ word: String, _ ink: TextPage.Ink?) -> String {
    guard style.isColoured, let ink else { return word }
    return "\u{1B}[\(ink.rawValue)m\(word)\u{1B}[0m"
  }

  mutating func endLine() {
    while text.last == " " { text.removeLast() }
    text += "\n"
  }
}
