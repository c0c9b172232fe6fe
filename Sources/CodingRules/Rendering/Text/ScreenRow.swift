extension TextStyle {
  /// The maximum number of lines of a screen with a single code: 20, or more if narrower than 80
  /// columns.
  var screenLines: Int { max(20, 20 * 80 / width) }

  /// The style on a screen, whose lines have at most 100 columns.
  var screen: TextStyle { TextStyle(width: min(width, 100), isColored: isColored) }
}

/// A labeled row of a screen, of which some items may be hidden.
struct ScreenRow {
  /// The number of columns from the label to the words.
  static let hang = 12

  /// What did not fit on a screen.
  struct Hidden {
    /// The sections that show hidden items, each with their number.
    var sections: [String] = []
    /// The number of the hidden items that only the details show.
    var others = 0

    init(_ rows: [ScreenRow]) {
      for row in rows where row.count > row.shown {
        if let section = row.section {
          sections.append("\(section.rawValue) (\(row.count - row.shown) more)")
        } else {
          others += row.count - row.shown
        }
      }
    }
  }

  private let section: AdviceSection?
  private let label: String
  private let count: Int
  /// A closure that returns the item at an index, called when it is shown.
  private let item: (Int) -> String
  private let max: Int
  /// The priority of the row; 0 is first and always shown.
  private let rank: Int
  private let ink: TextPage.Ink
  private var shown = 0
  /// The visible text of the row; empty if all items are hidden.
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

  /// Returns a screen of up to a number of lines with a heading, rows and a footer.
  ///
  /// - Parameter foot: Returns the footer, given what is hidden.
  static func screen(
    _ head: TextPage, _ rows: [ScreenRow], lines: Int, foot: (Hidden) -> TextPage
  ) -> String {
    var rows = rows
    // The footer is longest while everything is hidden.
    let room = lines - head.lineCount - foot(Hidden(rows)).lineCount - 2
    fill(&rows, room: room, head.style)
    var shown = ""
    for row in rows { shown += row.text }
    return head.text + "\n" + shown + (shown.isEmpty ? "" : "\n") + foot(Hidden(rows)).text
  }

  /// Fills the room with items: those that are always shown, then the first item of each row by rank, the second, and
  /// so on.
  private static func fill(_ rows: inout [ScreenRow], room: Int, _ style: TextStyle) {
    var room = room
    let order = rows.indices.sorted { rows[$0].rank < rows[$1].rank }
    for group in [order.prefix { rows[$0].rank == 0 }, order.drop { rows[$0].rank == 0 }] {
      for round in 0..<rows.map(\.max).reduce(0, Swift.max) {
        for index in group
        where rows[index].shown == round && round < min(rows[index].max, rows[index].count) {
          var page = TextPage(style)
          rows[index].write(round, on: &page)
          guard page.lineCount <= room || rows[index].rank == 0 else { continue }
          room -= page.lineCount
          rows[index].shown += 1
          rows[index].text += page.text
        }
      }
    }
  }
}

extension String {
  /// The first sentence of the text.
  var firstSentence: String {
    var end = startIndex
    while let stop = utf8[end...].firstIndex(of: UInt8(ascii: ".")) {
      end = utf8.index(after: stop)
      let rest = utf8[end...]
      if rest.first == UInt8(ascii: " "), let next = self[rest.index(after: end)...].first,
        next.isUppercase || next == "“"
      {
        return String(self[..<end])
      }
    }
    return self
  }
}
