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

  init(_ rows: ArraySlice<Row>) {
    self.rows = Array(rows)
    indices = Array(repeating: [], count: (rows.lazy.map(\.group).max() ?? -1) + 1)
    for (index, row) in self.rows.enumerated() { indices[row.group].append(index) }
  }

  /// The indices of the rows that are one visit with a row.
  func visit(of index: Int) -> [Int] { indices[rows[index].group] }

  /// Remembers the results of a visit's rows for a while.
  mutating func keep(_ found: [RowResult], of rows: [Int]) {
    if results.count == Self.maxKept { results.removeAll(keepingCapacity: true) }
    results[rows[0]] = found
  }
}

/// The numbers of visits by the cells of some columns.
struct VisitNumbers: ~Copyable {
  private let columns: [Int]
  /// Whether the same cells after others are another visit.
  private let isSorted: Bool
  private var table = ByteTable()
  /// By key.
  private var numbers: [Int] = []
  private var key = PaddedBytes(capacity: 64)
  private var last = -1
  private(set) var count = 0

  init(_ columns: [Int], isSorted: Bool) { (self.columns, self.isSorted) = (columns, isSorted) }

  /// The number of the visit of the row at hand; one of its own where all cells are empty.
  mutating func number<Reader: RowReader & ~Copyable>(
    of reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> Int {
    key.truncate(to: 0)
    var isEmpty = true
    for column in columns {
      if let cell = reader.cell(column), let word = cell.word(in: bytes) {
        isEmpty = false
        key.append(word.utf8)
      }
      key.append(0)
    }
    let index = isEmpty ? nil : table.index(of: key, 0..<key.count)
    if let index, !isSorted || numbers[index] == last {
      last = numbers[index]
      return last
    }
    if isSorted { table.removeAll() }
    if isSorted { numbers.removeAll(keepingCapacity: true) }
    if !isEmpty {
      _ = table.add(key, 0..<key.count)
      numbers.append(count)
    }
    (last, count) = (count, count + 1)
    return last
  }
}
