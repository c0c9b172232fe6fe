/// How a row went.
package enum RowStatus: String, CaseIterable, Sendable {
  /// Advised.
  case ok
  /// Advised; a code that would be reported is not in force on the date.
  case notInForce = "not_in_force"
  /// Advised; a claim with the services of the visit together would be wrong.
  case findings
  /// Advised; what was billed is something else.
  case differs
  /// Not advised, since the text is about nothing that the rules cover.
  case unrelated
  /// Not advised, since answers are missing.
  case pending
  /// Not advised, since something is wrong.
  case invalid
}

extension RowStatus {
  /// The statuses that need attention, the most severe first.
  static let attention: [RowStatus] = [.invalid, .pending, .findings, .notInForce, .differs]

  /// What it is in a sentence.
  var words: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

/// What of a row is summed up at the end of the batch besides its status.
struct RowMarks: OptionSet, Hashable, BitwiseCopyable {
  let rawValue: Int
  /// The row has answers that its path does not ask for.
  static let unused = RowMarks(rawValue: 1)
  /// The rules were not reviewed for the date of service.
  static let unreviewed = RowMarks(rawValue: 2)
  /// The row has words that are no answers in columns named like questions.
  static let strange = RowMarks(rawValue: 4)
}

/// How many rows there are of each status with each combination of marks.
struct RowTally {
  /// The kind of a row, as an index of the counts.
  struct Kind: BitwiseCopyable, Equatable {
    fileprivate let index: Int

    init(_ status: RowStatus, _ marks: RowMarks) {
      index = RowStatus.allCases.prefix { $0 != status }.count << 3 | marks.rawValue
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

  /// How many rows have a status.
  func count(_ status: RowStatus) -> Int {
    let first = Kind(status, []).index
    return counts[first..<(first + 8)].reduce(0, +)
  }

  /// How many rows have a mark.
  func count(_ mark: RowMarks) -> Int {
    counts.indices.filter { RowMarks(rawValue: $0 & 7).contains(mark) }.reduce(0) { $0 + counts[$1] }
  }
}
