import ClaimFiles
import CodingRules
import StrictJSON

extension AuditFinding {
  /// Creates a finding about an unreadable row.
  init(_ fault: RowFault, line: Int) {
    self.init(
      check: "file-row", severity: .error, claim: "", line: 0, position: ClaimPosition(line: line),
      what: "a row that cannot be read", why: fault.reason,
      action: "Correct the row, or export the file again.")
  }
}

extension RowFault {
  fileprivate var reason: String {
    switch self {
    case .notJSON(.repeatedKey, let column): "It is not strict JSON from column \(column) on: duplicate key."
    case .notJSON(let kind, let column):
      "It is not strict JSON from column \(column) on: \(JSONError(kind, at: 0))."
    case .notAnObject: "Each line needs a JSON object."
    case .cellCount(let found, let expected): "It has \(found) cells, but the header has \(expected)."
    case .strayQuote(let column): "There is a quotation mark inside cell \(column + 1)."
    case .unclosedQuote(let column): "The quotation mark that begins cell \(column + 1) is never closed."
    case .notUTF8: "It is not UTF-8."
    case .tooLong: "It is longer than \(RowLimits.maxRow >> 20) MiB."
    case .tooWide: "It has more than \(Row.maxColumns) columns, or names that are too long."
    }
  }
}
