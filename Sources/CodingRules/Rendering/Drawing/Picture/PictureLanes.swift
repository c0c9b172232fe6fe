/// The vertical segments of the arrows between two columns, one lane for each destination.
struct PictureLanes {
  private struct Lane {
    let destination: Int
    /// The vertical positions of arrows coming in from the left.
    let feeds: [Int]
    /// The vertical position at which they leave to the right.
    let exit: Int

    /// The position among the lanes, from the left.
    var position = 0

    var span: ClosedRange<Int> {
      feeds.reduce(exit, min)...feeds.reduce(exit, max)
    }

    /// Returns how many times its arrows cross those of a lane to its right.
    func crossings(with right: Lane) -> Int {
      right.feeds.count(where: span.contains) + (right.span.contains(exit) ? 1 : 0)
    }
  }

  private let lanes: [Lane]

  /// Creates the lanes between a column and the next, ordered to reduce crossings.
  init(after column: Int, of columns: PictureColumns) {
    var lanes = columns.items[column + 1].map { item in
      Lane(
        destination: item.destination, feeds: columns.exits(to: item.destination, from: column),
        exit: columns.entry(to: item.destination, in: column + 1))
    }
    for end in lanes.indices.reversed() {
      for index in 0..<end {
        let (first, second) = (lanes[index], lanes[index + 1])
        if second.crossings(with: first) < first.crossings(with: second) {
          lanes.swapAt(index, index + 1)
        }
      }
    }
    for index in lanes.indices {
      let taken = lanes[..<index].filter { $0.span.overlaps(lanes[index].span) }.map(\.position)
      lanes[index].position = (taken.max() ?? -1) + 1
    }
    self.lanes = lanes
  }

  var width: Int { (lanes.map(\.position).reduce(0, max) + 2) * Metrics.laneWidth + 10 }

  /// Returns the distance of the lane to a question from the left column.
  func offset(of destination: Int) -> Int {
    (lanes.filter { $0.destination == destination }.map(\.position).reduce(0, max) + 1) * Metrics.laneWidth
  }
}
