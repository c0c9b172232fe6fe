/// Gathers what is wrong while files are read.
final class FindingLog {
  private(set) var findings: [Finding] = []
  private let max: Int

  /// - Parameter max: How many findings are kept.
  init(max: Int = .max) {
    self.max = max
  }

  /// The findings, each once, by file and place; where a file could not be read, only that is told of names that may stand in it.
  var sorted: [Finding] {
    let isFileLost = findings.contains { finding in
      switch finding.kind {
      case .notJSON, .fileMissing, .fileUnreadable: true
      default: false
      }
    }
    let told =
      isFileLost ? findings.filter { if case .nameUnknown = $0.kind { false } else { true } } : findings
    let sorted = told.sorted()
    return sorted.enumerated().filter { $0 == 0 || sorted[$0 - 1] != $1 }.map(\.element)
  }

  func add(_ finding: Finding) {
    if findings.count < max { findings.append(finding) }
  }

  func add(_ kind: Finding.Kind, file: String, place: @autoclosure () -> String = "") {
    if findings.count < max { findings.append(Finding(kind, file: file, place: place())) }
  }
}
