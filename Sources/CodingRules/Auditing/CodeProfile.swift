/// The audit rules that apply to a code, computed once for all of its lines.
final class CodeProfile: Sendable {
  let id: String
  /// The first and last day in force, in days since 1970.
  let since: Int
  let until: Int
  /// A bit for each group of the audit that contains the code.
  private let groupBits: [UInt64]
  /// The combinations whose first group contains the code.
  let combinations: [Int]
  /// The successions whose first group contains the code.
  let successions: [Int]
  /// The tests of single lines.
  let tests: [CompiledAudit.LineTest]
  /// Whether any group of a combination or succession contains the code.
  let isKept: Bool
  /// The maximum units of the only line of a visit for which no combination applies; nil if one
  /// always does.
  private let maxUnitsAlone: Int?

  /// Whether no combination applies if the line is the only one of its visit.
  func isSilentAlone(_ units: Int32) -> Bool { maxUnitsAlone.map { Int(units) <= $0 } ?? false }

  /// Whether a line with the code can never lead to a finding.
  var isQuiet: Bool { !isKept && tests.isEmpty && since == .min && until == .max }

  init(_ code: ClaimCode, _ audit: CompiledAudit) {
    let id = code.description
    let life = audit.book.code(id)?.life.period
    var bits = [UInt64](repeating: 0, count: audit.groups.count / 64 + 1)
    for (index, group) in audit.groups.enumerated() where audit.holds(group, id) {
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    func isIn(_ group: Int) -> Bool { bits[group / 64] >> UInt64(group % 64) & 1 == 1 }
    self.id = id
    since = life?.from?.daysSince1970 ?? .min
    until = life?.through?.daysSince1970 ?? .max
    groupBits = bits
    combinations = audit.combinations.indices.filter { audit.combinations[$0].groups.first.map(isIn) == true }
    successions = audit.successions.indices.filter { isIn(audit.successions[$0].first) }
    let alone = combinations.map { audit.combinations[$0] }.filter { $0.groups.count == 1 }
    maxUnitsAlone = alone.reduce(.max) { most, combination in
      combination.moreThan.flatMap { limit in most.map { min($0, limit) } }
    }
    tests = audit.lineTests.filter { isIn($0.group) } + audit.cardTests(id)
    isKept =
      audit.combinations.contains { ($0.groups + $0.without).contains(where: isIn) }
      || audit.successions.contains { isIn($0.first) || isIn($0.then) }
  }

  func isIn(_ group: Int) -> Bool { groupBits[group / 64] >> UInt64(group % 64) & 1 == 1 }
}

extension CompiledAudit {
  /// Returns the tests that follow from the card of a code.
  fileprivate func cardTests(_ id: String) -> [LineTest] {
    guard let card = book.card(id) else { return [] }
    var tests: [LineTest] = []
    func add(
      _ check: BuiltInCheck, _ condition: LineTest.Condition, _ statement: Statement, _ action: String
    ) {
      guard selection.includes(check.rawValue) else { return }
      let shown = Check(
        id: check.rawValue, severity: check.severity, statement: statement, action: action, other: nil)
      tests.append(LineTest(check: shown, group: 0, condition: condition))
    }
    if let site = card.site {
      func statement(_ text: String) -> Statement {
        Statement(text: "\(card.code.id) (\(card.code.label)) \(text).", evidence: site.evidence)
      }
      switch site.need {
      case .area, .tooth:
        add(
          .noArea, .lacks([.area, .tooth]), statement("is for a part of the mouth"),
          "Name the area or the tooth.")
      case .none:
        add(.needlessTooth, .has(.tooth), statement("is not for a tooth"), "Leave the tooth out.")
      }
    }
    if let report = card.byReport {
      add(.noReport, .lacks([.narrative, .attachment]), report, "Send the narrative with the claim.")
    }
    return tests
  }
}
