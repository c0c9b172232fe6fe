/// The colors of a box in a drawing, in the notation that SVG, Graphviz and Mermaid share.
///
/// The contrast of text on its fill is at least 4.5:1.
struct Palette: Sendable {
  let fill: String
  let line: String
  let text: String

  init(_ fill: String, _ line: String, _ text: String) {
    self.fill = fill
    self.line = line
    self.text = text
  }

  /// The background; its line color is that of the arrows.
  static let (ground, darkGround) = (
    Palette("#f6f8fa", "#6d7b86", "#16212a"), Palette("#11171c", "#8b99a5", "#e9eff3")
  )
  /// A question with its answers.
  static let (card, darkCard) = (
    Palette("#ffffff", "#aebac3", "#16212a"), Palette("#1b242b", "#475763", "#e9eff3")
  )
  /// The heading of a question.
  static let (heading, darkHeading) = (
    Palette("#e3ebf1", "#aebac3", "#16212a"), Palette("#2a3843", "#475763", "#e9eff3")
  )
  /// Parts off a highlighted path, for formats that cannot fade a box.
  static let (dimmed, darkDimmed) = (
    Palette("#f4f5f6", "#d3d9dd", "#66727a"), Palette("#161d23", "#333f48", "#7d8a94")
  )
}

extension Drawing.Outcome.Kind {
  var palette: Palette { palettes.light }

  var darkPalette: Palette { palettes.dark }

  private var palettes: (light: Palette, dark: Palette) {
    switch self {
    case .report: (Palette("#0b6b3a", "#0b6b3a", "#ffffff"), Palette("#1d7c4b", "#1d7c4b", "#ffffff"))
    case .included: (Palette("#dcebf7", "#2b6a9b", "#123f62"), Palette("#16354d", "#5e9fd1", "#d3e8f9"))
    case .nothing: (Palette("#eceff1", "#aebac3", "#3d4951"), Palette("#2a333a", "#475763", "#c6d0d7"))
    case .notInForce: (Palette("#fff4d6", "#a15c00", "#6e3f00"), Palette("#3d2c07", "#d99a3d", "#ffe3ad"))
    case .elsewhere: (Palette("#ffffff", "#6d7b86", "#3d4951"), Palette("#1b242b", "#8b99a5", "#c6d0d7"))
    case .path: (Palette("#fff1e8", "#c2410c", "#16212a"), Palette("#3a2417", "#ff9d5c", "#e9eff3"))
    }
  }

  var isDashed: Bool { self == .notInForce || self == .elsewhere }
}
