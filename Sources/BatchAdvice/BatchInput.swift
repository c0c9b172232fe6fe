package import ClaimFiles
import CodingRules

/// The rows of a batch, with what its first row tells.
package struct BatchInput {
  /// All rows after the header.
  package let rows: RowSource
  /// The columns of the input and the output.
  package let header: BatchHeader
  /// Warnings about columns.
  package let remarks: [ColumnRemark]

  /// Reads the header row or, for JSON Lines, the keys of the first row; nil if the input is empty.
  package init?(
    _ rows: RowSource, _ format: BatchFormat, _ settings: BatchSettings
  ) throws(BatchInputError) {
    let first: Table?
    do throws(InputError) {
      first = try Table(rows, atMost: 1, waits: format.needsFirstKeys)
    } catch {
      throw .input(error)
    }
    guard let table = first else { return nil }
    var format = format
    format.input = rows.format
    self.rows = rows
    header =
      if let row = table.header {
        try BatchHeader(format, row, settings.profile)
      } else {
        try BatchHeader(format, firstKeys: table.names, settings.profile)
      }
    remarks = settings.remarks(onColumns: table.names, table.sample.rows.first ?? [])
  }
}

/// A reason why the rows of a batch cannot be read.
package enum BatchInputError: Error {
  case input(InputError)
  /// The line is 1-based.
  case repeatedColumn(String, line: Int)
  /// An input column has the name of an added column.
  case reservedColumn(String)
  /// A flag names a column that is not in the input.
  case unknownColumn(String, flag: String, suggestion: String?)
  /// A column was chosen twice.
  case chosenTwice(String)
  /// The rows of visits do not fit in memory.
  case tooLargeToGroup

  /// Returns the problem and its fix as a message.
  ///
  /// - Parameter path: The input's name, printable.
  package func sentence(_ path: String) -> String {
    switch self {
    case .input(let error): error.sentence(path)
    case .repeatedColumn(let name, let line):
      "\(path):\(line): duplicate column '\(excerpt(name))'; rename one"
    case .reservedColumn(let name):
      "\(path): the column '\(excerpt(name))' has the name of an output column; "
        + "rename it, or choose other columns with --columns"
    case .unknownColumn(let name, let flag, let suggestion):
      "\(flag): no column '\(excerpt(name))'" + hint(suggestion)
    case .chosenTwice(let name): "--columns: '\(excerpt(name))' is listed twice"
    case .tooLargeToGroup:
      "\(path): too large to bring the rows of visits together; "
        + "sort it by the columns of --visit-by and add --sorted"
    }
  }
}
