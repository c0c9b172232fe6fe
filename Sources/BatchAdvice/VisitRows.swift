import ClaimFiles
import CodingRules
import StrictJSON

/// Rows of a buffer, and which of them are one visit.
struct VisitRows {
  /// Where a row is.
  struct Row {
    let start: Int
    /// The first byte of the next row.
    let next: Int
    /// How many empty lines are before it.
    let linesBefore: Int
    /// How many lines it takes.
    let lines: Int
    /// The number of its visit.
    let group: Int
  }

  /// How many visits are remembered, while their rows are not yet written.
  private static let maxKept = 1 << 10

  let rows: [Row]
  /// By visit: the indices of its rows.
  private var indices: [[Int]]
  /// The results of visits, by the index of their first row.
  private(set) var results: [Int: [RowResult]] = [:]

  init(_ rows: [Row]) {
    self.rows = rows
    indices = Array(repeating: [], count: (rows.map(\.group).max() ?? -1) + 1)
    for (index, row) in rows.enumerated() { indices[row.group].append(index) }
  }

  /// The indices of the rows that are one visit with a row.
  func visit(of index: Int) -> [Int] { indices[rows[index].group] }

  /// Remembers the results of a visit's rows for a while.
  mutating func keep(_ found: [RowResult], of rows: [Int]) {
    if results.count == Self.maxKept { results.removeAll(keepingCapacity: true) }
    results[rows[0]] = found
  }
}

/// The columns that say which rows are one visit.
struct VisitColumns {
  private let columns: [String]

  init(_ profile: BatchProfile) { columns = profile.visitBy.map(ColumnMeanings.key) }

  /// What rows of the same visit share; nil for a row that has none of it.
  func key<Reader: RowReader & ~Copyable>(
    of reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> String? {
    var texts = [String](repeating: "", count: columns.count)
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      let name = ColumnMeanings.key(reader.columns[Int(cell.column)].name)
      if let column = columns.firstIndex(of: name) { texts[column] = cell.word(in: bytes) ?? "" }
    }
    return texts.allSatisfy(\.isEmpty) ? nil : texts.joined(separator: "\u{0}")
  }
}
