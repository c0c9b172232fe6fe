import ClaimFiles
import CodingRules
import StrictJSON

/// The rows of a buffer, grouped into visits.
struct VisitRows {
  /// The extent of a row.
  struct Row {
    let start: Int
    /// The offset of the next row.
    let next: Int
    /// The number of blank lines before it.
    let linesBefore: Int32
    /// The number of lines it spans.
    let lines: Int32
    /// The number of its visit.
    let group: Int32
    /// A hash of its visit's key and date; 0 if the order of the file does not matter.
    let visit: Int
  }

  /// The maximum number of results stored until their rows are written.
  private static let maxKept = 1 << 11

  let rows: ArraySlice<Row>
  /// The first row of each visit.
  private var first: [Int32] = []
  /// The next row of the same visit, for each row; negative for the last.
  private var nextInVisit: [Int32]
  /// The results of rows by index.
  private var results: [Int: RowResult] = [:]

  /// - Parameter rows: The first rows of a buffer, with visits numbered from 0.
  init(_ rows: ArraySlice<Row>) {
    self.rows = rows
    nextInVisit = Array(repeating: -1, count: rows.count)
    var last: [Int32] = []
    for (index, row) in rows.enumerated() {
      let group = Int(row.group)
      if group < last.count {
        nextInVisit[Int(last[group])] = Int32(index)
        last[group] = Int32(index)
      } else {
        first.append(Int32(index))
        last.append(Int32(index))
      }
    }
  }

  /// The indices of all rows in the visit of a row, in order.
  func visit(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = first[Int(rows[index].group)]
    while next >= 0 {
      found.append(Int(next))
      next = nextInVisit[Int(next)]
    }
    return found
  }

  /// Removes and returns the stored result of a row.
  mutating func removeResult(of row: Int) -> RowResult? { results.removeValue(forKey: row) }

  /// Stores the results of a visit's rows; may evict earlier ones.
  mutating func keep(_ found: [RowResult], of rows: [Int]) {
    if results.count + rows.count > Self.maxKept { results.removeAll(keepingCapacity: true) }
    for (row, result) in zip(rows, found) { results[row] = result }
  }
}

/// Numbers visits by the cells of the grouping columns.
struct VisitNumbers: ~Copyable {
  private let columns: [Int]
  /// Whether equal cells after different ones begin another visit.
  private let isSorted: Bool
  /// The meaning of date columns.
  private let date: Int
  private var table = ByteTable()
  /// The visit number of each key.
  private var numbers: [Int] = []
  private var key = PaddedBytes(capacity: 64)
  private var last = -1
  private var count = 0
  /// A hash of the cells and dates of the last row; 0 if all are empty or order does not matter.
  private(set) var visit = 0

  init(_ columns: [Int], isSorted: Bool, date: Int) {
    (self.columns, self.isSorted, self.date) = (columns, isSorted, date)
  }

  /// The visit number of the current row; a new one if all cells are empty.
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
    visit = isSorted && !isEmpty ? hash(with: reader, bytes) : 0
    let index = isEmpty ? nil : table.index(of: key, 0..<key.count)
    if let index, !isSorted || numbers[index] == last {
      last = numbers[index]
      return last
    }
    if isSorted {
      table.removeAll()
      numbers.removeAll(keepingCapacity: true)
    }
    if !isEmpty {
      _ = table.add(key, 0..<key.count)
      numbers.append(count)
    }
    (last, count) = (count, count + 1)
    return last
  }

  /// Hashes the key and the dates of the current row.
  private func hash<Reader: RowReader & ~Copyable>(
    with reader: borrowing Reader, _ bytes: borrowing PaddedBytes
  ) -> Int {
    var hasher = Hasher()
    hasher.combine(key.text(0..<key.count))
    for index in 0..<reader.valueCount where reader.value(index).meaning == date {
      hasher.combine(reader.value(index).word(in: bytes))
    }
    return hasher.finalize()
  }
}

/// A fixed-size record of the visits seen in a sorted file.
struct SeenVisits {
  private static let size = 1 << 13
  /// The last visit for each value of the lowest hash bits, and the run of rows it was in.
  private var slots = [(visit: Int, run: Int)](repeating: (0, 0), count: size)
  private var run = 0

  /// Whether any visit of these complete rows was seen before in another run of rows.
  mutating func hasReturningVisit(_ rows: ArraySlice<VisitRows.Row>) -> Bool {
    var hasReturningVisit = false
    for row in rows where row.visit != 0 {
      let (slot, run) = (row.visit & (Self.size - 1), run + Int(row.group))
      if slots[slot].visit == row.visit, slots[slot].run != run { hasReturningVisit = true }
      slots[slot] = (row.visit, run)
    }
    run += rows.last.map { Int($0.group) + 1 } ?? 0
    return hasReturningVisit
  }
}
