/// The title, the edition and the disclaimer.
struct PictureHeading {
  private(set) var lines: [Picture.Line] = []
  private(set) var height = 0

  init(_ drawing: Drawing, width: Int) {
    let title = wrapped(drawing.title, to: width) {
      textWidth($0, size: Metrics.titleSize, isBold: true)
    }
    for line in title {
      add(Picture.Line(at: Picture.Point(x: 0, y: 0), bold: line, size: Metrics.titleSize), 27)
    }
    height += 4
    let note = wrapped("\(drawing.rules) \(drawing.edition.notice)", to: width) {
      textWidth($0, size: Metrics.noteSize)
    }
    for line in note {
      add(Picture.Line(at: Picture.Point(x: 0, y: 0), text: line, size: Metrics.noteSize), 18)
    }
    height += 16
  }

  private mutating func add(_ line: Picture.Line, _ lineHeight: Int) {
    var line = line
    line.at = Picture.Point(x: Metrics.margin, y: Metrics.margin + height + lineHeight * 3 / 4)
    lines.append(line)
    height += lineHeight
  }
}

struct PictureLegend {
  private let samples: [Picture.Chip]

  init(_ drawing: Drawing) {
    samples = drawing.kinds.map {
      Picture.Chip(Drawing.Outcome(kind: $0, label: drawing.meaning(of: $0)), maxWidth: 240)
    }
  }

  /// Its height, including the space above it.
  var height: Int { samples.reduce(Metrics.cardGap) { $0 + $1.box.height + 4 } }

  func chips(bottom: Int) -> [Picture.Chip] {
    var top = bottom - height + Metrics.cardGap + 4
    return samples.map { sample in
      var chip = sample
      chip.move(to: Picture.Point(x: Metrics.margin, y: top))
      top += chip.box.height + 4
      return chip
    }
  }
}
