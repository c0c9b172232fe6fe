import ClaimFiles
import StrictJSON

/// What there is to say of the rows of one chunk.
struct ChunkReport {
  /// How many problems are told one by one.
  static let mostProblems = 20

  /// A row with a problem.
  struct Problem {
    /// The row's line, counted from the first of the chunk.
    let line: Int
    let sentence: String
  }

  var rows = 0
  var lines = 0
  private(set) var badRows = 0
  private(set) var unusedRows = 0
  private(set) var unreviewedRows = 0
  /// The first rows that have problems.
  private(set) var problems: [Problem] = []

  /// Counts a row with a result of its own.
  mutating func add(_ result: RowResult, line: Int) {
    add(result.remarks)
    guard result.isBad else { return }
    badRows += 1
    if problems.count < Self.mostProblems {
      problems.append(Problem(line: line, sentence: result.problem ?? ""))
    }
  }

  /// Counts what is told once for all rows.
  @inline(__always)
  mutating func add(_ remarks: RowResult.Remarks) {
    if remarks.isEmpty { return }
    if remarks.contains(.unused) { unusedRows &+= 1 }
    if remarks.contains(.unreviewed) { unreviewedRows &+= 1 }
  }

  /// Adds what there is to say of the next chunk; its problems are told on the way.
  mutating func add(_ next: ChunkReport) {
    rows += next.rows
    lines += next.lines
    badRows += next.badRows
    unusedRows += next.unusedRows
    unreviewedRows += next.unreviewedRows
  }
}

extension RowFault {
  /// What is wrong, as a sentence.
  var sentence: String {
    switch self {
    case .notJSON(let kind, let column): "column \(column): \(JSONError(kind, at: 0))"
    case .notAnObject: "expected an object"
    case .cellCount(let found, let expected):
      "\(count(found, "cell")), where the first row has \(count(expected, "name"))"
    case .strayQuote(let column):
      "a quote stands inside the cell \(column + 1); double it, and put the cell in quotes"
    case .unclosedQuote(let column): "the quote that begins the cell \(column + 1) is never closed"
    case .notUTF8: "this is not UTF-8"
    case .tooLong: "a row of more than \(RowSource.longestRow >> 20) MiB is not read"
    case .tooWide:
      "a row of more than \(Row.mostColumns) columns, or \(Row.mostNameBytes >> 10) KiB of names, is not read"
    }
  }
}
