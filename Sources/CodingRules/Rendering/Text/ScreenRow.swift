extension TextStyle {
  /// The most lines of a screen for one service with one code: 20, and more where lines are shorter than 80 columns.
  var screenLines: Int { max(20, 20 * 80 / width) }
}

/// A labeled row of a screen, and how much of it is shown.
struct ScreenRow {
  /// The columns from the label to the words.
  static let hang = 12

  /// The section that shows the rest, and how much that is; nil when nothing is hidden or only the details show it.
  var rest: String? { count > shown ? section.map { "\($0.rawValue) (\(count - shown) more)" } : nil }

  private let section: AdviceSection?
  private let label: String
  /// How many items there are.
  private let count: Int
  /// The item at an index, made when it is shown.
  private let item: (Int) -> String
  /// How many items are shown at most.
  private let max: Int
  /// How early the row gets room; 0 first.
  private let rank: Int
  private let ink: TextPage.Ink
  private var shown = 0
  /// The row as far as it is shown; empty when nothing is.
  private(set) var text = ""

  init<Item>(
    _ label: String, _ items: [Item], max: Int, rank: Int, _ ink: TextPage.Ink = .heading,
    section: AdviceSection? = nil, text: @escaping (Item) -> String
  ) {
    (self.label, self.max, self.rank) = (label, max, rank)
    (self.ink, self.section) = (ink, section)
    (count, item) = (items.count, { text(items[$0]) })
  }

  init(_ label: String, _ items: [String], max: Int, rank: Int, _ ink: TextPage.Ink = .heading) {
    self.init(label, items, max: max, rank: rank, ink) { $0 }
  }

  private func write(_ index: Int, on page: inout TextPage) {
    page.item(index == 0 ? label : "", item(index), indent: 0, hang: Self.hang, ink)
  }

  /// Shows as many items as there is room for: the first of each row by rank, then the second of each, and so on.
  static func fill(_ rows: inout [ScreenRow], room: Int, _ style: TextStyle) {
    var room = room
    let order = rows.indices.sorted { rows[$0].rank < rows[$1].rank }
    for round in 0..<rows.map(\.max).reduce(0, Swift.max) {
      for index in order
      where rows[index].shown == round && round < min(rows[index].max, rows[index].count) {
        var page = TextPage(style)
        rows[index].write(round, on: &page)
        guard page.lineCount <= room else { continue }
        room -= page.lineCount
        rows[index].shown += 1
        rows[index].text += page.text
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
