/// The outcome of a row.
package enum RowStatus: String, CaseIterable, Sendable {
  /// Advised.
  case ok
  /// Advised, but a code to report is not in force on the date.
  case notInForce = "not_in_force"
  /// Advised, but the services of the visit together would make an incorrect claim.
  case findings
  /// Advised, but the billed codes differ.
  case differs
  /// Not advised: the text describes nothing that the rules cover.
  case unrelated
  /// Not advised: answers are missing.
  case pending
  /// Not advised: the row has an error.
  case invalid
}

extension RowStatus {
  /// The statuses that need attention, most severe first.
  static let attention: [RowStatus] = [.invalid, .pending, .findings, .notInForce, .differs]

  /// The status as words for a sentence.
  var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

/// The warnings of a row that the final summary counts.
struct RowWarnings: OptionSet, Hashable, BitwiseCopyable {
  let rawValue: Int
  /// The row has answers that are not needed on its path.
  static let unused = RowWarnings(rawValue: 1)
  /// The rules were not reviewed for the date of service.
  static let unreviewed = RowWarnings(rawValue: 2)
  /// The row has values that are not answers in columns named like questions.
  static let unrecognized = RowWarnings(rawValue: 4)
}

/// The number of rows for each status and combination of warnings.
struct RowTally {
  /// A status and set of warnings, as an index in the counts.
  struct Kind: BitwiseCopyable, Equatable {
    fileprivate let index: Int

    init(_ status: RowStatus, _ warnings: RowWarnings) {
      index = RowStatus.allCases.prefix { $0 != status }.count << 3 | warnings.rawValue
    }
  }

  private var counts = [Int](repeating: 0, count: RowStatus.allCases.count << 3)

  /// Counts a row.
  @inline(__always)
  mutating func add(_ kind: Kind) { counts[kind.index] &+= 1 }

  /// Adds the counts of other rows.
  mutating func add(_ other: RowTally) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// The number of rows with a status.
  func count(_ status: RowStatus) -> Int {
    let first = Kind(status, []).index
    return counts[first..<(first + 8)].reduce(0, +)
  }

  /// The number of rows with a warning.
  func count(_ warning: RowWarnings) -> Int {
    counts.indices.filter { RowWarnings(rawValue: $0 & 7).contains(warning) }.reduce(0) { $0 + counts[$1] }
  }
}
