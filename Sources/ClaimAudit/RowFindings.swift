import ClaimFiles
import CodingRules

extension AuditFinding {
  /// Creates a finding about an unreadable row.
  init(_ fault: RowFault, line: Int) {
    self.init(
      check: "file-row", severity: .error, claim: "", line: 0, position: ClaimPosition(line: line),
      what: "a row that cannot be read", why: fault.sentenceWithoutValues.asSentence,
      action: "Correct the row, or export the file again.")
  }
}
