/// A labeled row of a screen, and how much of it is shown.
struct ScreenRow {
  /// The columns from the label to the words.
  static let hang = 12

  /// The section that shows the rest; nil when only the details do.
  let section: AdviceSection?
  /// How many items are not shown.
  var hidden: Int { items.count - shown }

  private let label: String
  private let items: [String]
  /// How many items are shown at most.
  private let max: Int
  /// How early the row gets room; 0 first.
  private let rank: Int
  private let ink: TextPage.Ink
  private var shown = 0

  init(
    _ label: String, _ items: [String], max: Int, rank: Int, _ ink: TextPage.Ink = .heading,
    section: AdviceSection? = nil
  ) {
    (self.label, self.items, self.max, self.rank) = (label, items, max, rank)
    (self.ink, self.section) = (ink, section)
  }

  /// The row as far as it is shown; empty when nothing is.
  func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    for index in 0..<shown { write(index, on: &page) }
    return page.text
  }

  private func write(_ index: Int, on page: inout TextPage) {
    page.item(index == 0 ? label : "", items[index], indent: 0, hang: Self.hang, ink)
  }

  /// Shows as many items as there is room for: the first of each row by rank, then the second of each, and so on.
  static func fill(_ rows: inout [ScreenRow], room: Int, _ style: TextStyle) {
    var room = room
    let order = rows.indices.sorted { rows[$0].rank < rows[$1].rank }
    for round in 0..<(rows.map(\.max).max() ?? 0) {
      for index in order
      where rows[index].shown == round && round < min(rows[index].max, rows[index].items.count) {
        var page = TextPage(style)
        rows[index].write(round, on: &page)
        guard page.lineCount <= room else { continue }
        room -= page.lineCount
        rows[index].shown += 1
      }
    }
  }
}

extension String {
  /// The text as far as its first sentence goes.
  var firstSentence: String {
    var end = startIndex
    while let stop = self[end...].firstIndex(of: ".") {
      end = index(after: stop)
      if end == endIndex { break }
      if self[end] == " ", let next = self[end...].dropFirst().first, next.isUppercase || next == "“" {
        return String(self[..<end])
      }
    }
    return self
  }
}
