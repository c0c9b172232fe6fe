/// A reason why an input cannot be read.
package enum InputError: Error, Equatable, Sendable {
  /// The system cannot read it.
  case unreadable(reason: String)
  /// It is a workbook rather than text.
  case workbook
  /// The file name does not tell the format.
  case unknownFormat
  /// The header row has a fault; the line is 1-based.
  case header(RowFault, line: Int)

  /// Returns the problem and its fix as a message.
  ///
  /// - Parameter path: The input's name, printable.
  package func sentence(_ path: String) -> String {
    switch self {
    case .unreadable(let reason): "\(path): cannot be read: \(reason)"
    case .workbook:
      "\(path): a workbook, which is not read; save it as CSV first "
        + "(in Excel: File, Save As, 'CSV UTF-8 (Comma delimited)')"
    case .unknownFormat:
      "\(path): can't tell the format from the file name; add --from csv, tsv, ssv or jsonl"
    case .header(let fault, let line): "\(path):\(line): \(fault.sentence)"
    }
  }
}
