import ClaimAudit
import CodingRules

/// A made-up claim line, which tests write as a row of a table and as a part of an 837D file.
struct MadeUpLine: Sendable {
  var code: String
  var day = "2026-03-02"
  var claim = "A1"
  var patient = "P1"
  var units = 1
  var area = ""
  var tooth = ""
  var narrative = ""
  var attachment = ""

  init(
    _ code: String, day: String = "2026-03-02", claim: String = "A1", patient: String = "P1", units: Int = 1,
    area: String = "", tooth: String = "", narrative: String = "", attachment: String = ""
  ) {
    (self.code, self.day, self.claim, self.patient, self.units) = (code, day, claim, patient, units)
    (self.area, self.tooth, self.narrative, self.attachment) = (area, tooth, narrative, attachment)
  }

  fileprivate func text(_ field: ClaimField) -> String {
    switch field {
    case .claim: claim
    case .patient: patient
    case .date: day
    case .code: code
    case .units: "\(units)"
    case .area: area
    case .tooth: tooth
    case .narrative: narrative
    case .attachment: attachment
    }
  }

  fileprivate var segments: [String] {
    ["LX*1", "SV3*AD:\(code):::::\(narrative)*50**\(area)**\(units)"]
      + (tooth.isEmpty ? [] : ["TOO*JP*\(tooth)"])
      + ["DTP*472*D8*\(day.filter { $0 != "-" })"]
  }
}

extension [MadeUpLine] {
  /// The lines as an 837D file; a claim for each id.
  var x12: String {
    var segments = [
      "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*1200*^*00501*000000001*0*T*:",
      "GS*HC*SENDER*RECEIVER*20260302*1200*1*X*005010X224A2", "ST*837*0001*005010X224A2",
    ]
    var claim: String?
    for line in self {
      if claim != line.claim {
        claim = line.claim
        segments += ["HL*2*1*22*0", "SBR*P", "NM1*IL*1*SAMPLE*PAT****MI*\(line.patient)"]
        segments.append("CLM*\(line.claim)*50***11:B:1")
        if !line.attachment.isEmpty { segments.append("PWK*\(line.attachment)*EL") }
      }
      segments += line.segments
    }
    let transaction = segments.count - 1
    return (segments + ["SE*\(transaction)*0001", "GE*1*1", "IEA*1*000000001"]).map { $0 + "~\n" }.joined()
  }
}

/// All checks of the standard book.
let wholeAudit = CompiledAudit(.standard)

/// What an audit of rows finds; the row is the position.
func auditRows(
  _ lines: [MadeUpLine], columns: [ClaimField] = ClaimField.allCases, order: Auditor.Order = .any,
  audit: CompiledAudit = wholeAudit
) -> [AuditFinding] {
  var auditor = Auditor(audit, known: LineFacts(columns: columns), order: order)
  var row = ClaimRow()
  var found: [AuditFinding] = []
  for (index, line) in lines.enumerated() {
    row.begin(at: ClaimPosition(line: index + 2))
    for field in columns { row.take(field, Array(line.text(field).utf8).span) }
    auditor.add(row.auditLine, claim: row.claim.span)
    found += auditor.takeFindings()
  }
  return found + auditor.finish()
}

/// What an audit of an 837D file finds.
func auditX12(_ text: String, order: Auditor.Order = .any, audit checks: CompiledAudit = wholeAudit)
  -> [AuditFinding]
{
  var audit = DentalClaimAudit(checks, order: order)
  let found = audit.read(Array(text.utf8).span)
  return found + audit.finish()
}
