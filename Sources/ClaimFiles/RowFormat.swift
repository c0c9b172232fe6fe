/// How rows are written in a file.
public enum RowFormat: String, CaseIterable, Sendable {
  /// Comma-separated values after RFC 4180, names in the first row.
  case csv
  /// The same with tabs in place of commas.
  case tsv
  /// JSON Lines: one object a line.
  case jsonl

  /// The format that a file's ending tells; nil when it tells none.
  public init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let point = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: point)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "jsonl", "ndjson": self = .jsonl
    default: return nil
    }
  }

  /// What stands between two cells; nil for JSON Lines.
  public var delimiter: UInt8? {
    switch self {
    case .csv: UInt8(ascii: ",")
    case .tsv: UInt8(ascii: "\t")
    case .jsonl: nil
    }
  }
}
