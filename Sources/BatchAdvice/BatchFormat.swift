package import ClaimFiles
import CodingRules

/// The input and output formats of a batch.
package struct BatchFormat: Sendable {
  package var input: RowFormat
  /// The requested output format; nil for that of the input.
  package var wantedOutput: RowFormat?
  /// The names of the chosen columns; nil for all.
  package var columns: [String]?
  /// Whether to include the full advice.
  package var isFull = false
  /// Whether to compare billed codes.
  private let comparesBilled: Bool
  /// Whether to include the plan column.
  private let hasPlan: Bool
  /// The edition of the rules.
  let edition: Edition

  package init(input: RowFormat, _ settings: BatchSettings) {
    (self.input, edition) = (input, settings.book.edition)
    (comparesBilled, hasPlan) = (settings.profile.billed != nil, settings.plan != nil)
  }

  /// The maximum number of bytes to read at once; less for full advice, which takes many times as much space.
  package var readSize: Int { isFull ? 1 << 15 : RowLimits.chunkSize }

  /// Chooses the output columns by a comma-separated list of names.
  package mutating func choose(columns list: String) throws(BatchInputError) {
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var seen: Set<String> = []
    if let name = names.first(where: { !seen.insert($0).inserted }) { throw .chosenTwice(name) }
    columns = names
  }

  /// The output format.
  package var output: RowFormat { wantedOutput ?? input }

  /// Whether the keys of the first JSON Lines row become the output columns.
  var needsFirstKeys: Bool { input == .jsonl && output != .jsonl && columns == nil }

  /// The columns added by default.
  var defaultColumns: [ResultColumn] {
    ResultColumn.allCases.filter {
      !$0.isOptional && (comparesBilled || $0 != .agreement) && (hasPlan || $0 != .plan)
    }
  }

  /// The columns added to those of the input.
  var added: [ResultLayout.Column] {
    if let columns { return columns.compactMap(ResultLayout.Column.init(added:)) }
    if output == .jsonl { return [.advice] }
    return defaultColumns.map(ResultLayout.Column.added) + (isFull ? [.advice] : [])
  }

  /// The names of the added columns, which no input column may have. Optional columns, such as a
  /// chosen topic, may replace one.
  var reserved: Set<String> {
    Set(added.flatMap(\.names)).subtracting(ResultColumn.allCases.filter(\.isOptional).map(\.rawValue))
  }
}
