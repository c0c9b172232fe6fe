import ClaimAudit
import ClaimFiles
import CodingRules
import StrictJSON
import TestSupport
import Testing

/// A synthetic claim line, written as a table row or as part of an 837D file.
struct SyntheticLine: Sendable {
  var code: String
  var day = "2026-03-02"
  var claim = "A1"
  var patient = "P1"
  var units = 1
  var area = ""
  var tooth = ""
  var narrative = ""
  var attachment = ""
  var isOrthodontic = false
  var isPlanned = false

  init(
    _ code: String, day: String = "2026-03-02", claim: String = "A1", patient: String = "P1", units: Int = 1,
    area: String = "", tooth: String = "", narrative: String = "", attachment: String = ""
  ) {
    (self.code, self.day, self.claim, self.patient, self.units) = (code, day, claim, patient, units)
    (self.area, self.tooth, self.narrative, self.attachment) = (area, tooth, narrative, attachment)
  }

  /// The same line on a claim marked as orthodontic.
  var orthodontic: SyntheticLine {
    var line = self
    line.isOrthodontic = true
    return line
  }

  /// The same line on a predetermination.
  var planned: SyntheticLine {
    var line = self
    line.isPlanned = true
    return line
  }

  /// The line as a JSON Lines object.
  func object(_ columns: [ClaimField]) -> String {
    let members = columns.map { "\"\($0.rawValue)\":\"\(text($0))\"" }
    return "{\(members.joined(separator: ","))}\n"
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
    case .orthodontic: isOrthodontic ? "Y" : ""
    case .predetermination: isPlanned ? "yes" : "no"
    case .payer, .status, .charge: ""
    }
  }

  fileprivate var segments: [String] {
    ["LX*1", "SV3*AD:\(code):::::\(narrative)*50**\(area)**\(units)"]
      + (tooth.isEmpty ? [] : ["TOO*JP*\(tooth)"])
      + ["DTP*472*D8*\(day.filter { $0 != "-" })"]
  }
}

extension [SyntheticLine] {
  /// The lines as a table with a header row.
  func table(_ columns: [ClaimField], delimiter: String) -> String {
    let rows = map { line in
      columns.map { field in
        let text = line.text(field)
        return text.contains(delimiter) || text.contains("\"")
          ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
      }
    }
    return ([columns.map(\.rawValue)] + rows).map { $0.joined(separator: delimiter) + "\n" }.joined()
  }

  /// The lines as an 837D file with a claim for each id.
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
        segments.append("CLM*\(line.claim)*50***11:B:1\(line.isPlanned ? "**************PB" : "")")
        if line.isOrthodontic { segments.append("DN1*24") }
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

/// Audits a CSV table.
func auditRows(
  _ lines: [SyntheticLine], columns: [ClaimField] = ClaimField.allCases, order: Auditor.Order = .any,
  audit: CompiledAudit = wholeAudit
) -> [AuditFinding] {
  auditTable(lines.table(columns, delimiter: ","), .csv, order: order, audit: audit)
}

/// Audits a table.
func auditTable(
  _ text: String, _ format: RowFormat, map: ClaimColumns.Map = [], order: Auditor.Order = .any,
  audit checks: CompiledAudit = wholeAudit, readSize: Int = RowLimits.chunkSize
) -> [AuditFinding] {
  do {
    let input = try ClaimInput(
      .rows(format), path: "", nil, map, readSize: readSize, read: inPieces(text.utf8))
    guard case .table(let source, let columns, let header) = input else { return [] }
    let audit = TableAudit(checks, columns, order: order, linesBefore: header?.lines ?? 0)
    let read = columns.makeReader(source.format, header)
    var chunk = PaddedBytes()
    var (lines, found) = (ClaimLines(), [AuditFinding]())
    while let content = try source.next(&chunk) {
      read(chunk, &lines)
      found += content == .rows ? audit.add(lines, of: chunk) : audit.reject(.tooLong)
    }
    return found + audit.finish()
  } catch {
    Issue.record("\(error)")
    return []
  }
}

/// Audits an 837D file.
func auditX12(_ text: String, order: Auditor.Order = .any, audit checks: CompiledAudit = wholeAudit)
  -> [AuditFinding]
{
  var audit = DentalClaimAudit(checks, order: order)
  let found = audit.read(Array(text.utf8).span)
  return found + audit.finish()
}
