/// A log of the findings made while files are read.
final class FindingLog {
  private(set) var findings: [Finding] = []
  /// The number of findings dropped.
  private var dropped = 0

  /// The maximum number of findings kept, which bounds the cost of a bad book.
  static let max = 100

  /// The findings by file and path, without duplicates and without unknown names if an unreadable
  /// file may define them.
  var sorted: [Finding] {
    let hasUnreadableFile = findings.contains { $0.problem.cause == .unreadableFile }
    let kept = hasUnreadableFile ? findings.filter { $0.problem.cause != .names } : findings
    return kept.sorted().eachOnce + (dropped > 0 ? [.more(dropped)] : [])
  }

  func add(_ finding: @autoclosure () -> Finding) {
    if findings.count < Self.max { findings.append(finding()) } else { dropped += 1 }
  }
}

extension [Finding] {
  /// The findings, which are sorted, without duplicates.
  fileprivate var eachOnce: [Finding] {
    enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element)
  }

  /// Returns the first findings, with a count of the rest if there are more.
  func bounded(by max: Int = FindingLog.max) -> [Finding] {
    count <= max ? self : prefix(max) + [.more(count - max)]
  }
}

extension Finding {
  /// A number of further findings.
  fileprivate static func more(_ count: Int) -> Finding { Finding("and \(count) more", file: "") }
}
