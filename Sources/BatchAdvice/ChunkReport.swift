/// What there is to say of the rows of one chunk, or of all.
package struct ChunkReport {
  /// How many problems are listed.
  package static let maxListed = 20

  /// A row with a problem.
  package struct Problem {
    /// The row's line, counted from the first of the chunk, from 0.
    package let line: Int
    package let problem: RowProblem
  }

  package internal(set) var rows = 0
  /// How many lines there were.
  package var lines = 0
  package private(set) var badRows = 0
  package private(set) var unusedRows = 0
  package private(set) var unreviewedRows = 0
  /// The first rows that have problems.
  package private(set) var problems: [Problem] = []

  /// Creates the report of no rows.
  package init() {}

  /// Counts the row at hand as one with a problem.
  mutating func add(_ problem: RowProblem) {
    badRows += 1
    if problems.count < Self.maxListed { problems.append(Problem(line: lines, problem: problem)) }
  }

  /// Counts what is summed up at the end.
  @inline(__always)
  mutating func add(_ remarks: RowResult.Remarks) {
    if remarks.isEmpty { return }
    if remarks.contains(.unused) { unusedRows &+= 1 }
    if remarks.contains(.unreviewed) { unreviewedRows &+= 1 }
  }

  /// Adds the counts of the next chunk; its problems are listed on the way.
  package mutating func add(_ next: ChunkReport) {
    rows += next.rows
    lines += next.lines
    badRows += next.badRows
    unusedRows += next.unusedRows
    unreviewedRows += next.unreviewedRows
  }
}
