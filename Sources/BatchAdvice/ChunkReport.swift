import CodingRules

/// The counts and problems of the rows of one chunk, or of all chunks.
package struct ChunkReport {
  /// The maximum number of problems listed.
  private static let maxListed = 20

  /// A row with a problem.
  package struct Problem {
    /// The line of the row within the chunk or file, from 0.
    package let line: Int
    package let problem: RowProblem
  }

  package internal(set) var rows = 0
  /// The number of lines.
  package var lines = 0
  package private(set) var badRows = 0
  private var tally = RowTally()
  /// Whether the buffered rows exceed the memory limit.
  package var exceedsBufferLimit = false
  /// Whether rows of a visit were not consecutive, contrary to `--sorted`.
  var isUnsorted = false
  /// The problems to list: those of the first bad rows.
  package private(set) var problems: [Problem] = []

  /// Creates an empty report.
  package init() {}

  /// Counts the current row as one with a problem.
  mutating func add(_ problem: RowProblem) {
    badRows += 1
    list(problem, line: lines)
  }

  private mutating func list(_ problem: RowProblem, line: Int) {
    if problems.count == Self.maxListed { return }
    if problem.appliesToWholeFile, problems.contains(where: \.problem.appliesToWholeFile) { return }
    problems.append(Problem(line: line, problem: problem))
  }

  /// Counts a row for the summary.
  @inline(__always)
  mutating func add(_ kind: RowTally.Kind) { tally.add(kind) }

  /// Appends the report of the next rows.
  package mutating func append(_ next: ChunkReport) {
    for problem in next.problems { list(problem.problem, line: lines + problem.line) }
    rows += next.rows
    lines += next.lines
    badRows += next.badRows
    isUnsorted = isUnsorted || next.isUnsorted
    tally.add(next.tally)
  }
}

extension ChunkReport {
  /// The number of rows with a status.
  package func count(_ status: RowStatus) -> Int { tally.count(status) }

  /// The number of rows that need attention.
  package var attentionRows: Int { RowStatus.attention.map(count).reduce(0, +) }

  /// The counts of all rows in one sentence.
  package var summary: String {
    let unrelated = count(.unrelated) > 0 ? ", \(count(.unrelated)) unrelated" : ""
    let kinds = RowStatus.attention.filter { count($0) > 0 }.map { "\(count($0)) \($0.words)" }
    let need = attentionRows == 1 ? "needs" : "need"
    let attention =
      kinds.isEmpty ? "" : "; \(attentionRows) \(need) attention: \(kinds.joined(separator: ", "))"
    return "\(counted(rows, "row")): \(count(.ok)) advised\(unrelated)\(attention)"
  }

  /// Warnings about rows that may not need attention.
  package var warnings: [String] {
    let kinds: [(warning: RowWarnings, what: String)] = [
      (.unused, "with answers that were not needed"),
      (.unrecognized, "with words that are not answers in columns named like questions; see --ignore"),
      (.unreviewed, "with dates of service the rules were not reviewed for"),
    ]
    let order =
      "rows of a visit are not consecutive, so it counts as several; sort the file, or omit --sorted"
    return (isUnsorted ? [order] : [])
      + kinds.filter { tally.count($0.warning) > 0 }.map {
        "\(counted(tally.count($0.warning), "row")) \($0.what)"
      }
  }
}
