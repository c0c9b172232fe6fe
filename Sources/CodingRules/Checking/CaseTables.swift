extension Check {
  /// Every worked case explains any difference between its source's codes and the advice.
  static let tablesAgree = Check { book in
    findings(on: book.cases, in: "cases.json", key: "table") { _, worked in
      let reported = worked.variants.flatMap(\.report)
      let lines = worked.table.filter { !codes(in: $0).isEmpty }
      guard worked.differences.isEmpty, !lines.isEmpty else { return [] }
      let missing = lines.filter { line in !reported.contains { $0.names(oneOf: line) } }
      let extra = reported.filter { report in !lines.contains { report.names(oneOf: $0) } }
      return (missing + extra).uniqued().map {
        "only the table or only the advice has '\(excerpt($0))'; add a 'differs' that explains it"
      }
    }
  }
}

extension String {
  /// Whether a procedure in shorthand and a table line share a code, including within ranges.
  fileprivate func names(oneOf line: String) -> Bool {
    let ranges = [self, line].map { text in
      text.split { " |,".contains($0) }.flatMap { word -> [CodeRange] in
        CodeRange(String(word)).map { [$0] } ?? Check.codes(in: String(word)).compactMap { CodeRange($0) }
      }
    }
    return ranges[0].contains { own in ranges[1].contains(where: own.overlaps) }
  }
}
