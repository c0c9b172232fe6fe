import ClaimAudit
import CodingRules
import Testing

/// The checks between lines of a visit: each reports matching lines but no near misses.
struct VisitCheckTests {
  static let checks = RuleBook.standard.visitChecks.filter { $0.daysBeforeSurgery == nil }

  @Test(arguments: checks.indices) func findsMatchesButNotNearMisses(_ index: Int) {
    let check = Self.checks[index]
    for list in check.codes.together {
      var lines = list.map { SyntheticLine($0.firstCode, area: "00", narrative: "x", attachment: "RR") }
      lines[0].units = (check.codes.moreThan ?? 0) + 1
      #expect(found(lines) == .init(isFound: true, isSame: true), "\(check.id): \(lines.map(\.code))")
      for near in Self.nearMisses(lines, check) {
        #expect(found(near) == .init(isFound: false, isSame: true), "\(check.id): \(near.map(\.code))")
      }
    }

    func found(_ lines: [SyntheticLine]) -> Outcome {
      let (rows, x12) = (auditRows(lines).map(\.shown), auditX12(lines.x12).map(\.shown))
      return Outcome(isFound: rows.contains { $0[0] == check.id }, isSame: rows == x12)
    }
  }

  struct Outcome: Equatable {
    let isFound: Bool
    /// Whether a table and an 837D file have the same findings.
    let isSame: Bool
  }

  /// The same lines with one removed, moved to another day or patient, or reduced by a unit, or
  /// with the missing item added.
  private static func nearMisses(_ lines: [SyntheticLine], _ check: VisitCheck) -> [[SyntheticLine]] {
    var near: [[SyntheticLine]] = check.codes.without.map { lines + [SyntheticLine($0.firstCode)] }
    if let moreThan = check.codes.moreThan {
      var fewer = lines
      fewer[0].units = moreThan
      near.append(fewer)
    }
    guard lines.count > 1 else { return near }
    var (apart, other) = (lines, lines)
    apart[0].day = "2026-03-20"
    (other[0].claim, other[0].patient) = ("A9", "P9")
    return near + [Array(lines.dropLast()), apart, other]
  }
}

extension CodeGroup {
  /// A code in the group.
  fileprivate var firstCode: String { ranges.first?.first ?? "D2740" }
}
