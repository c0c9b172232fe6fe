import StrictJSON

extension AuditFinding {
  /// Returns the finding as JSON, with a guaranteed key order and `null` for absent values.
  func json(_ file: String) -> JSON {
    [
      "file": .string(file), "line": .integer(position.line), "column": .integer(position.column),
      "segment": position.segment > 0 ? .integer(position.segment) : .null,
      "severity": .string(severity.rawValue),
      "check": .string(check), "claim": .string(claim), "serviceLine": line > 0 ? .integer(line) : .null,
      "date": .optional(day?.description), "codes": .strings(codes), "what": .string(what),
      "why": .string(why),
      "do": .string(action), "sources": .strings(sources),
      "other": other.map { ["say": .string($0.text), "sources": .strings($0.sources.map(\.id))] } ?? .null,
      "related": .array(related.map(\.json)),
    ]
  }
}

extension RelatedLine {
  fileprivate var json: JSON {
    [
      "line": .integer(position.line), "column": .integer(position.column), "claim": .string(claim),
      "serviceLine": line > 0 ? .integer(line) : .null,
    ]
  }
}
