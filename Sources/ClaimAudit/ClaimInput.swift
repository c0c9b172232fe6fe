package import ClaimFiles
import CodingRules

/// The claims of a file.
package enum ClaimInput {
  /// X12 837D, or an empty file.
  case x12(RowSource.Read)
  /// A table with its header row; nil for JSON Lines.
  case table(RowSource, ClaimColumns, DelimitedHeader?)

  /// Reads the beginning of a file.
  ///
  /// - Parameters:
  ///   - format: The format; nil to detect it by the first bytes and the extension of the path.
  ///   - encoding: The encoding; nil for UTF-8, or UTF-16 if there is a byte order mark.
  package init(
    _ format: ClaimFormat?, path: String, _ encoding: TextEncoding?, _ map: ClaimColumns.Map, readSize: Int,
    read: @escaping RowSource.Read
  ) throws(ClaimInputError) {
    let (input, table): (DecodedInput, Table?)
    do throws(InputError) {
      input = try DecodedInput(encoding, peeking: 1 << 12, read: read)
      table =
        switch format ?? ClaimFormat(input.head, path: path) {
        case .x12: nil
        case .rows(let format):
          try Table(
            RowSource(format, readSize: readSize, read: input.read(into:)), atMost: 1,
            waits: format == .jsonl)
        }
    } catch {
      throw .input(error)
    }
    self =
      if let table {
        .table(table.rows, try ClaimColumns(table.names, map: map), table.header)
      } else {
        .x12(input.read(into:))
      }
  }
}

/// A reason why a file of claims cannot be read.
package enum ClaimInputError: Error, Equatable {
  case input(InputError)
  /// There is no field with this name.
  case unknownField(String, suggestion: String?)
  /// The table has no column with this name.
  case unknownColumn(String, suggestion: String?)
  /// A required field has no column.
  case missing(ClaimField, hasOthers: Bool)

  /// Returns the problem and its fix as a message.
  ///
  /// - Parameter path: The input's name, printable.
  package func sentence(_ path: String) -> String {
    switch self {
    case .input(let error): error.sentence(path)
    case .unknownField(let name, let suggestion): "--map: no field '\(excerpt(name))'" + hint(suggestion)
    case .unknownColumn(let name, let suggestion):
      "--map: \(path) has no column '\(excerpt(name))'" + hint(suggestion)
    case .missing(let field, let hasOthers):
      "\(path): no column is known to hold the \(field.rawValue)"
        + (hasOthers
          ? "; name it with --map \(field.rawValue)=COLUMN" : "; the first row must name the columns")
    }
  }
}
