/// The title, the edition and the disclaimer.
struct PictureHeading {
  private(set) var lines: [Picture.Line] = []
  private(set) var height = 0

  init(_ drawing: Drawing, width: Int) {
    add(drawing.title, size: Metrics.titleSize, isBold: true, lineHeight: 27, width)
    height += 4
    add(
      "\(drawing.rules) \(drawing.edition.notice)", size: Metrics.noteSize, isBold: false, lineHeight: 18,
      width)
    height += 16
  }

  private mutating func add(_ words: String, size: Int, isBold: Bool, lineHeight: Int, _ width: Int) {
    for line in wrapped(words, to: width, measure: { textWidth($0, size: size, isBold: isBold) }) {
      let base = Picture.Point(x: Metrics.margin, y: Metrics.margin + height + lineHeight * 3 / 4)
      lines.append(
        Picture.Line(at: base, bold: isBold ? line : "", text: isBold ? "" : line, size: size))
      height += lineHeight
    }
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
