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
    let linesBefore: Int32
    /// How many lines it takes.
    let lines: Int32
    /// The number of its visit.
    let group: Int32
    /// A hash of what makes it part of its visit; 0 where the order of the file does not matter.
    let visit: Int
  }

  /// How many results are kept until their rows are written.
  private static let maxKept = 1 << 11

  let rows: ArraySlice<Row>
  /// By visit: its first row.
  private var first: [Int32] = []
  /// By row: the next of its visit; negative for the last.
  private var following: [Int32]
  /// The results of rows, by their indices.
  private var results: [Int: RowResult] = [:]

  /// - Parameter rows: Rows from the first of a buffer on, their visits numbered from 0.
  init(_ rows: ArraySlice<Row>) {
    self.rows = rows
    following = Array(repeating: -1, count: rows.count)
    var last: [Int32] = []
    for (index, row) in rows.enumerated() {
      let group = Int(row.group)
      if group < last.count {
        following[Int(last[group])] = Int32(index)
        last[group] = Int32(index)
      } else {
        first.append(Int32(index))
        last.append(Int32(index))
      }
    }
  }

  /// The indices of the rows that are one visit with a row, in order.
  func visit(of index: Int) -> [Int] {
    var found: [Int] = []
    var next = first[Int(rows[index].group)]
    while next >= 0 {
      found.append(Int(next))
      next = following[Int(next)]
    }
    return found
  }

  /// The result of a row that was kept; nil when there is none, and from then on.
  mutating func takeResult(of row: Int) -> RowResult? { results.removeValue(forKey: row) }

  /// Keeps the results of a visit's rows for a while.
  mutating func keep(_ found: [RowResult], of rows: [Int]) {
    if results.count + rows.count > Self.maxKept { results.removeAll(keepingCapacity: true) }
    for (row, result) in zip(rows, found) { results[row] = result }
  }
}

/// The numbers of visits by the cells of some columns.
struct VisitNumbers: ~Copyable {
  private let columns: [Int]
  /// Whether the same cells after others are another visit.
  private let isSorted: Bool
  /// What columns of dates mean.
  private let date: Int
  private var table = ByteTable()
  /// By key.
  private var numbers: [Int] = []
  private var key = PaddedBytes(capacity: 64)
  private var last = -1
  private var count = 0
  /// A hash of the cells and dates of the row that was numbered last; 0 without any, and where order does not matter.
  private(set) var visit = 0

  init(_ columns: [Int], isSorted: Bool, date: Int) {
    (self.columns, self.isSorted, self.date) = (columns, isSorted, date)
  }

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
    visit = isSorted && !isEmpty ? hash(with: reader, bytes) : 0
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

  /// A hash of the key and the dates of the row at hand.
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

/// The visits that a sorted file has had, as far as memory of a fixed size holds them.
struct SeenVisits {
  private static let size = 1 << 13
  /// By the lowest bits of its hash: the last visit with these, and the rows in a row that it was among.
  private var slots = [(visit: Int, run: Int)](repeating: (0, 0), count: size)
  private var run = 0

  /// Whether a visit of these rows, which are complete, is known from rows that do not follow each other with them.
  mutating func isAnyBack(_ rows: ArraySlice<VisitRows.Row>) -> Bool {
    var isAnyBack = false
    for row in rows where row.visit != 0 {
      let (slot, run) = (row.visit & (Self.size - 1), run + Int(row.group))
      if slots[slot].visit == row.visit, slots[slot].run != run { isAnyBack = true }
      slots[slot] = (row.visit, run)
    }
    run += rows.last.map { Int($0.group) + 1 } ?? 0
    return isAnyBack
  }
}
