extension Check {
  /// Every device has the codes its examples expect, with an example on each side of every change.
  static let deviceDatesMatch = Check { book in
    findings(onDevicesOf: book, key: "dates") { $1.failures + $1.unpinned(in: book.edition.period) }
  }
}

extension Device {
  fileprivate var failures: [Finding.Problem] {
    Finding.Problem.differences(
      dates.map { ("codes on \($0.day)", $0.outcome, codes(on: $0.day).map(\.description)) })
  }

  fileprivate func unpinned(in period: Period) -> [Finding.Problem] {
    let boundaries = (ranges.map(\.period) + known.map(\.life.period)).flatMap { $0.boundaries(in: period) }
    let days = dates.map(\.day)
    return Set(boundaries).sorted { $0.first < $1.first }.filter { boundary in
      !days.contains(boundary.last) || !days.contains(boundary.first)
    }.map { "'dates' needs \($0.last) and \($0.first), between which the codes change" }
  }
}
