/// Gathers what is wrong while files are read.
final class FindingLog {
  private(set) var findings: [Finding] = []
  /// How many findings were not kept.
  private var dropped = 0

  /// The findings that are kept at most: enough to begin with, and a bound on what a bad book can cost.
  static let max = 100

  /// The findings, each once, by file and path; names that may be in an unreadable file are not reported as unknown.
  var sorted: [Finding] {
    let isFileLost = findings.contains { finding in
      switch finding.kind {
      case .notJSON, .fileMissing, .fileUnreadable: true
      default: false
      }
    }
    let kept =
      isFileLost
      ? findings.filter {
        switch $0.kind {
        case .nameUnknown, .neverNamed: false
        default: true
        }
      } : findings
    return kept.sorted().eachOnce + (dropped > 0 ? [Finding(.more(dropped), file: "")] : [])
  }

  func add(_ finding: @autoclosure () -> Finding) {
    if findings.count < Self.max { findings.append(finding()) } else { dropped += 1 }
  }

  func add(
    _ kind: Finding.Kind, file: String, path: @autoclosure () -> String = "", offset: Int? = nil
  ) {
    add(Finding(kind, file: file, path: path(), offset: offset))
  }
}

extension [Finding] {
  /// The sorted findings without repetitions.
  fileprivate var eachOnce: [Finding] {
    enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element)
  }

  /// At most so many findings, and how many more there are.
  func bounded(by max: Int = FindingLog.max) -> [Finding] {
    count <= max ? self : prefix(max) + [Finding(.more(count - max), file: "")]
  }
}
