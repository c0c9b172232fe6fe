import CodingRules
import StrictJSON
import Testing

/// The dates of the rules of a plan.
struct PlanDateTests {
  static let day = CalendarDay("2026-03-02")

  /// Returns a plan with a rule, and a note with the date of the plan.
  static func plan(_ plan: String?, rule: String?) throws(UnusableRules) -> Plan {
    func key(_ date: String?) -> String { date.map { "\"asOf\": \"\($0)\", " } ?? "" }
    let text = """
      {"format": 1, "id": "p", "payer": "P", "plan": "Q", \(key(plan))
       "sources": [{"id": "s", "title": "T", "publisher": "U", "weight": "A"}],
       "notes": [{"say": "y", "source": "s", "at": "2"}],
       "rules": [{"codes": "D0801", "deny": true, \(key(rule))"say": "x", "source": "s", "at": "1"}]}
      """
    return try Plan(Array(text.utf8), file: "p.json")
  }

  static let unknown = "The source gives no date. Check the current rules."
  static let old = "As of 2022-04, more than two years before the date of service. Check the current rules."
  static let mixed = "The newest rule is as of 2026-01. Others are older or have no date."

  /// The dates of a plan and its rule, with the age of the plan, the age of the rule, the date and
  /// age in JSON, and the severity of audit findings.
  static let dates:
    [(
      plan: String?, rule: String?, age: String, own: String?, json: (date: String?, isOld: Bool),
      severity: String
    )] = [
      ("2026-01", nil, "As of 2026-01.", nil, ("2026-01", false), "warning"),
      ("2026-01", "2026-01", "As of 2026-01.", nil, ("2026-01", false), "warning"),
      ("2026-01", "2025-06-03", mixed, "As of 2025-06-03.", ("2025-06-03", false), "warning"),
      (
        "2026-01", "2022-04", mixed,
        old, ("2022-04", true), "note"
      ),
      ("2026-01", "unknown", mixed, unknown, (nil, true), "note"),
      ("2022-04", "unknown", old, unknown, (nil, true), "note"),
      (nil, nil, unknown, nil, (nil, true), "note"),
      (nil, "unknown", unknown, nil, (nil, true), "note"),
      (nil, "2026-01", mixed, "As of 2026-01.", ("2026-01", false), "warning"),
    ]

  @Test(arguments: dates.indices) func aRuleHasItsOwnDateOrThePlans(_ index: Int) throws {
    let given = Self.dates[index]
    let plan = try Self.plan(given.plan, rule: given.rule)
    let day = try #require(Self.day)
    let view = plan.view(of: ["D0801"], on: day, isWholeVisit: true)
    #expect(view.age == given.age)
    #expect(view.lines[1] == "  " + given.age)
    let own = given.own.map { ["    " + $0] } ?? []
    #expect(Array(view.lines[2..<(6 + own.count)].dropFirst(3)) == ["    (U, T: 1)"] + own)
    let rule = try JSONDocument(view.json.bytes(.compact)).root["rules"]?.elements?.first
    #expect(rule?["asOf"]?.string == given.json.date)
    #expect(rule?["old"]?.boolean == given.json.isOld)
    let checks = plan.auditChecks(on: day)
    #expect(checks.map(\.severity.rawValue) == [given.severity])
    #expect(checks.allSatisfy { $0.statement.text.hasSuffix(given.own ?? given.age) })
  }

  @Test func plansAreListedWithTheirAges() throws {
    let dates: [(plan: String?, rule: String?)] = [("2026-01", nil), ("2026-01", "2025"), (nil, nil)]
    let plans = try dates.map { try Self.plan($0.plan, rule: $0.rule) }
    let day = try #require(Self.day)
    #expect(
      plans.text(on: day, TextStyle(width: 80, isColored: false)) == """
        p                             P: Q
                                      As of 2026-01.
        p                             P: Q
                                      The newest rule is as of 2026-01. Others are older
                                      or have no date.
        p                             P: Q
                                      The source gives no date. Check the current rules.

        """)
    let listed = try JSONDocument(plans.json(on: day).bytes(.compact)).root["plans"]?.elements
    #expect(listed?.map { $0["asOf"]?.string } == ["2026-01", "2026-01", nil])
    #expect(listed?.map { $0["old"]?.boolean } == [false, false, true])
  }

  /// The dates of a plan and its rule, with the finding on them.
  static let faulty: [(plan: String?, rule: String, finding: String)] = [
    ("2026", "2026-01", ""), ("2026-01", "2026", ""), ("2026-01", "unknown", ""), (nil, "2026-01", ""),
    ("2026-01", "2026-02", "rules[0].asOf: expected a date not after 2026-01-31, found '2026-02'"),
    ("2025", "2026-01-01", "rules[0].asOf: expected a date not after 2025-12-31, found '2026-01-01'"),
    (nil, "2031", "rules[0].asOf: expected a date not after"),
    ("2026-01", "soon", "rules[0].asOf: expected a year, a month or a day"),
    ("unknown", "2026", "asOf: expected a year, a month or a day"),
  ]

  @Test(arguments: faulty.indices) func wrongDatesAreReported(_ index: Int) {
    let given = Self.faulty[index]
    var found: [String] = []
    do throws(UnusableRules) {
      let plan = try Self.plan(given.plan, rule: given.rule)
      found = plan.check(with: .standard, file: "p.json").map(\.description)
    } catch {
      found = error.findings.map(\.description)
    }
    let isFound = found.count == 1 && found[0].contains(given.finding)
    #expect(given.finding.isEmpty ? found.isEmpty : isFound, "\(found)")
  }

  /// Plans whose text mentions a date later than that of its publication, or whose publication has
  /// none.
  static let dateInText = ["texas-medicaid", "indian-health-service"]

  @Test(arguments: Plan.standardIDs.filter { !dateInText.contains($0) })
  func noRuleIsNewerThanItsSource(_ id: String) throws {
    let plan = try #require(Plan.standard(id))
    let statements = plan.rules.map(\.evidence) + plan.notes.map(\.evidence)
    for statement in statements {
      guard let date = statement.asOf?.description else { continue }
      let source = statement.source.date ?? ""
      let length = min(date.utf8.count, source.utf8.count)
      #expect(!source.isEmpty && date.prefix(length) <= source.prefix(length), "\(statement.at)")
    }
  }

  @Test func theSummaryOfABatchDatesEachRule() throws {
    let plan = try #require(Plan.standard("typical"))
    #expect(
      plan.summary(of: ["D0330", "D0702"], isWholeVisit: true) == """
        D0330: paid once in 36 months, counted together. The source gives no date. \
        D0702: image wanted with the claim. As of 2025-06-03.
        """)
    #expect(
      plan.summary(of: ["D0600", "D9310"], isWholeVisit: true) == """
        D0600: denied. Whether the patient may be charged is not stated. Ask the plan first. \
        D9310: paid once in 12 months. The source gives no date.
        """)
  }
}
