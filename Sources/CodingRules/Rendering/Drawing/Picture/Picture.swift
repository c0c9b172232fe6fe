/// A drawing laid out in pixels.
///
/// Questions are cards in columns, from left to right; an arrow leads from an answer to the next
/// question. Cards place their parts relative to their own corner.
package struct Picture: Sendable {
  struct Point: Hashable, Sendable {
    var x: Int
    var y: Int
  }

  struct Box: Hashable, Sendable {
    var x = 0
    var y = 0
    var width: Int
    var height: Int
  }

  /// A line of text; its point is the left end of the baseline.
  struct Line: Sendable {
    var at: Point
    /// The bold words before the others.
    var bold = ""
    var text = ""
    var size = Metrics.textSize

    var width: Int {
      textWidth(bold, size: size, isBold: true) + textWidth(text, size: size)
    }
  }

  /// A result in its box.
  struct Chip: Sendable {
    let kind: Drawing.Outcome.Kind
    var box: Box
    var lines: [Line]
  }

  /// Answers with the same result.
  struct Row: Sendable {
    let branch: Drawing.Branch
    var box: Box
    /// The center of each answer's circle.
    var marks: [Point] = []
    var lines: [Line] = []
    var chips: [Chip] = []
  }

  /// A question with its answers.
  struct Card: Sendable {
    let node: Drawing.Node
    var box: Box
    var headingHeight = 0
    var heading: [Line] = []
    var rows: [Row] = []
  }

  /// An arrow from an answer to a question.
  struct Edge: Sendable {
    let points: [Point]
    let emphasis: Drawing.Emphasis
  }

  let drawing: Drawing
  let width: Int
  let height: Int
  let heading: [Line]
  let cards: [Card]
  let edges: [Edge]
  let legend: [Chip]

  /// The scale factor to fill a screen of 1280 by 720 pixels.
  package var scale: Double { min(1280 / Double(width), 720 / Double(height)) }

  /// The quality of the layout; text larger than needed is not worth wrapped lines.
  var score: Double { min(scale, Self.maxScore) }

  static let maxScore = 1.1

  /// Whether its text is at least 16 pixels on that screen, readable from the back of a room.
  package var isReadable: Bool { scale >= 1 }
}

/// The sizes of a picture's parts in pixels.
enum Metrics {
  static let textSize = 16
  static let lineHeight = 19
  /// The distance from the top of a line to its baseline.
  static let ascent = 15
  static let cardPadding = 9
  static let rowPadding = 4
  static let chipPadding = 2
  static let chipSidePadding = 7
  /// The width for an answer's circle.
  static let markWidth = 18
  static let markRadius = 5
  /// The distance between the cards of a column.
  static let cardGap = 14
  /// The height reserved for an arrow that passes a column.
  static let passageHeight = 12
  static let laneWidth = 12
  static let margin = 14
  static let titleSize = 22
  static let noteSize = 14
  static let corner = 8
  /// The minimum width of the title above the first question.
  static let minSideWidth = 200
}
