import ClaimFiles
import CodingRules
import StrictJSON
import Testing

@testable import ClaimAudit

/// The findings about unreadable files and rows.
struct FaultFindingsTests {
  @Test(arguments: [
    (X12Fault.Kind.noHeader, "file-envelope", "does not begin with an ISA"),
    (.badHeader, "file-envelope", "an ISA segment that cannot be read"),
    (.countMismatch(segment: "SE", stated: 3, found: 4), "file-envelope", "SE counts 3, but there are 4"),
    (.controlNumberMismatch(segment: "GE"), "file-envelope", "GE has a different control number"),
    (.unclosedEnvelope(missing: "IEA"), "file-envelope", "the IEA segment is missing"),
    (.segmentTooLong, "file-segment", "a segment without a terminator"),
    (.notASegment, "file-segment", "text that is not a segment"),
    (.unsupported(.professional), "file-kind", "837P medical claims, not dental claims"),
    (.unsupported(.institutional), "file-kind", "837I hospital claims"),
    (.unsupported(.unknown), "file-kind", "837D"),
    (.oldVersion, "file-kind", "an 837D transaction of version 4010"),
    (.claimWithoutID, "file-claim", "a claim without an id"),
    (.claimWithoutLines, "file-claim", "without dental service lines"),
    (.lineWithoutClaim, "file-claim", "a service line outside a claim"),
    (.nonDentalLine, "file-claim", "a medical or hospital service line"),
  ])
  func aFaultOfAFile(_ kind: X12Fault.Kind, check: String, what: String) {
    let position = SourcePosition(line: 2, column: 3)
    let finding = AuditFinding(X12Fault(kind, at: position, claim: "A1", line: 4))
    #expect(finding.check == check && fileChecks.contains(check))
    #expect(finding.what.contains(what))
    #expect(!finding.why.isEmpty && finding.action.hasSuffix("."))
  }

  /// Empty cells and charges are ignored.
  @Test func ignoredCells() {
    var row = ClaimRow()
    row.begin(at: ClaimPosition(line: 2))
    for field in ClaimField.allCases { row.add(field, [UInt8]().span) }
    row.add(.charge, Array("50.00".utf8).span)
    #expect(row.auditLine.code == nil && row.auditLine.units == 1 && row.auditLine.group == nil)
    #expect([UInt8]().span.wholeNumber == nil)
  }

  /// Rejected rows are counted, and reported if their check is selected.
  @Test func rejectedRowsAreCounted() throws {
    var selection = AuditSelection()
    let columns = try ClaimColumns(["date", "code"])
    for skipped: Set<String> in [[], ["file-row"]] {
      selection.skip = skipped
      let audit = TableAudit(CompiledAudit(.standard, selection), columns, order: .any, linesBefore: 1)
      let lines = [audit.reject(.tooLong), audit.reject(.notUTF8)].joined().map(\.position.line)
      #expect(lines == (skipped.isEmpty ? [2, 3] : []))
    }
  }

  /// The order does not depend on chunk boundaries.
  @Test(arguments: [1, 20, 40, 100, 1 << 16]) func rejectedRowsKeepTheirOrder(_ readSize: Int) {
    let table = """
      claim,patient,date,code
      A,M1,2026-03-02,D0351
      A,M1
      A,M1,2026-03-02,D0351
      B,M2,2026-03-02,D0351
      B,M2
      C,M3,2026-03-02,D0351

      """
    let findings = auditTable(table, .csv, order: .sorted, readSize: readSize)
    #expect(findings.map(\.position.line) == [3, 2, 4, 6, 5, 7])
  }

  @Test(arguments: [
    (RowFault.notJSON(.repeatedKey("a"), column: 3), "Column 3: duplicate key."),
    (.notJSON(.malformedNumber, column: 3), "Column 3: "), (.notAnObject, "Expected an object."),
    (.cellCount(found: 1, expected: 3), "1 cell, but the first row has 3 names."),
    (.cellCount(found: 2, expected: 1), "2 cells, but the first row has 1 name."),
    (.strayQuote(column: 0), "Stray quote in cell 1;"),
    (.unclosedQuote(column: 1), "opens cell 2 is never closed."),
    (.notUTF8, "Not UTF-8;"), (.tooLong, "more than 4 MiB"), (.tooWide, "more than 5000 columns"),
  ])
  func aFaultOfARow(_ fault: RowFault, why: String) {
    let finding = AuditFinding(fault, line: 7)
    #expect(finding.check == "file-row" && finding.why.contains(why) && finding.why.hasSuffix("."))
  }
}
