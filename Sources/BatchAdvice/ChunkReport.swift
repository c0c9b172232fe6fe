import CodingRules

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

  /// The rows that a list shows.
  package struct List {
    /// How many problems were listed.
    package private(set) var count = 0
    private var hasOfWholeFile = false

    package init() {}

    /// Adds the problems of the next rows, and gives those that are to be shown.
    package mutating func add(_ problems: [Problem]) -> [Problem] {
      var shown: [Problem] = []
      for problem in problems where count < ChunkReport.maxListed {
        if problem.problem.isOfWholeFile {
          if hasOfWholeFile { continue }
          hasOfWholeFile = true
        }
        shown.append(problem)
        count += 1
      }
      return shown
    }
  }

  package internal(set) var rows = 0
  /// How many lines there were.
  package var lines = 0
  package private(set) var badRows = 0
  private var tally = RowTally()
  /// Whether more rows are held back than can be.
  package var holdsTooMuch = false
  /// Whether rows of a visit did not follow each other, as it was said that they do.
  var isUnsorted = false
  /// How many of these were listed.
  package var listedRows = 0
  /// The first rows that have problems.
  package private(set) var problems: [Problem] = []
  private var list = List()

  /// Creates the report of no rows.
  package init() {}

  /// Counts the row at hand as one with a problem.
  mutating func add(_ problem: RowProblem) {
    badRows += 1
    if problems.count == Self.maxListed || list.add([Problem(line: lines, problem: problem)]).isEmpty {
      return
    }
    problems.append(Problem(line: lines, problem: problem))
  }

  /// Counts what is summed up at the end.
  @inline(__always)
  mutating func add(_ kind: RowTally.Kind) { tally.add(kind) }

  /// Adds the report of the next rows, problems and all.
  mutating func append(_ next: ChunkReport) {
    problems += next.problems.map { Problem(line: lines + $0.line, problem: $0.problem) }
    add(next)
  }

  /// Adds the counts of the next chunk; its problems are listed on the way.
  package mutating func add(_ next: ChunkReport) {
    rows += next.rows
    lines += next.lines
    badRows += next.badRows
    isUnsorted = isUnsorted || next.isUnsorted
    tally.add(next.tally)
  }
}

extension ChunkReport {
  /// How many rows have a status.
  package func count(_ status: RowStatus) -> Int { tally.count(status) }

  /// How many rows need somebody's attention.
  package var attentionRows: Int { RowStatus.attention.map(count).reduce(0, +) }

  /// All rows in one sentence.
  package var summary: String {
    let unrelated = count(.unrelated) > 0 ? ", \(count(.unrelated)) unrelated" : ""
    let kinds = RowStatus.attention.filter { count($0) > 0 }.map { "\(count($0)) \($0.words)" }
    let need = attentionRows == 1 ? "needs" : "need"
    let attention =
      kinds.isEmpty ? "" : "; \(attentionRows) \(need) attention: \(kinds.joined(separator: ", "))"
    return "\(counted(rows, "row")): \(count(.ok)) advised\(unrelated)\(attention)"
  }

  /// What is worth knowing of rows that may need no attention.
  package var warnings: [String] {
    let kinds: [(mark: RowMarks, what: String)] = [
      (.unused, "with answers that were not needed"),
      (.strange, "with words that are no answers in columns named like questions; see --ignore"),
      (.unreviewed, "with dates of service the rules were not reviewed for"),
    ]
    let order =
      "rows of a visit are not together, so it was taken for several; sort the file, or leave --sorted out"
    return (isUnsorted ? [order] : [])
      + kinds.filter { tally.count($0.mark) > 0 }.map {
        "\(counted(tally.count($0.mark), "row")) \($0.what)"
      }
  }
}
