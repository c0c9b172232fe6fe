package import ClaimFiles
package import CodingRules

/// How a batch is read and written.
package struct BatchFormat: Sendable {
  package var input: RowFormat
  /// The format of the result; nil for that of the input.
  package var wantedOutput: RowFormat?
  /// The names of the columns that were chosen; nil for all.
  package var columns: [String]?
  /// Whether the whole advice is wanted.
  package var isFull = false
  /// Whether billed codes are compared.
  package var comparesBilled = false
  /// Whether what a plan does is a column.
  package var hasPlan = false
  /// What the advice is of.
  let edition: Edition

  package init(input: RowFormat, edition: Edition) { (self.input, self.edition) = (input, edition) }

  /// The format of the result.
  package var output: RowFormat { wantedOutput ?? input }

  /// Whether the result has the keys of the first row of JSON Lines as its columns.
  package var needsFirstKeys: Bool { input == .jsonl && output != .jsonl && columns == nil }

  /// The columns that batch adds unless others are chosen.
  var usualColumns: [ResultColumn] { ResultColumn.usual(comparing: comparesBilled, withPlan: hasPlan) }

  /// The columns that the result has in addition to those of the input.
  var added: [ResultLayout.Column] {
    if let columns { return columns.compactMap(ResultLayout.Column.init(added:)) }
    if output == .jsonl { return [.advice] }
    return usualColumns.map(ResultLayout.Column.added) + (isFull ? [.advice] : [])
  }

  /// The names of these columns, which no column of the input may have; a topic that was chosen replaces the input's.
  var reserved: Set<String> {
    Set(added.flatMap(\.names)).subtracting(ResultColumn.allCases.filter(\.isOptional).map(\.rawValue))
  }
}
