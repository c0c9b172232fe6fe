import CodingRules

/// The counts and problems of the rows of one chunk, or of all chunks.
package struct ChunkReport {
  /// The maximum number of problems listed.
  package static let maxListed = 20

  /// A row with a problem.
  package struct Problem {
    /// The line of the row within the chunk, from 0.
    package let line: Int
    package let problem: RowProblem
  }

  /// Selects the problems to list.
  package struct List {
    /// The number of problems listed.
    package private(set) var count = 0
    private var hasFileProblem = false

    package init() {}

    /// Adds the problems of the next rows and returns those to show.
    package mutating func add(_ problems: [Problem]) -> [Problem] {
      var shown: [Problem] = []
      for problem in problems where count < ChunkReport.maxListed {
        if problem.problem.appliesToWholeFile {
          if hasFileProblem { continue }
          hasFileProblem = true
        }
        shown.append(problem)
        count += 1
      }
      return shown
    }
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
  /// The number of bad rows listed.
  package var listedRows = 0
  /// The first rows with problems.
  package private(set) var problems: [Problem] = []
  private var list = List()

  /// Creates an empty report.
  package init() {}

  /// Counts the current row as one with a problem.
  mutating func add(_ problem: RowProblem) {
    badRows += 1
    if problems.count == Self.maxListed || list.add([Problem(line: lines, problem: problem)]).isEmpty {
      return
    }
    problems.append(Problem(line: lines, problem: problem))
  }

  /// Counts a row for the summary.
  @inline(__always)
  mutating func add(_ kind: RowTally.Kind) { tally.add(kind) }

  /// Appends the report of the next rows, including its problems.
  mutating func append(_ next: ChunkReport) {
    problems += next.problems.map { Problem(line: lines + $0.line, problem: $0.problem) }
    add(next)
  }

  /// Adds the counts of the next chunk but not its problems, which are listed as chunks complete.
  package mutating func add(_ next: ChunkReport) {
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
