import StrictJSON

/// Returns the start of a SARIF document, up to its first result.
func sarifHeader(_ checks: [CompiledAudit.Check], version: String) -> [UInt8] {
  let driver: JSON = [
    "name": "cdtadvise", "version": .string(version),
    "rules": .array(
      checks.map {
        [
          "id": .string($0.id),
          "shortDescription": [
            "text": .string(PlanCheckKind(rawValue: $0.id)?.summary ?? $0.statement.text)
          ],
          "defaultConfiguration": ["level": .string($0.severity.rawValue)],
        ]
      }),
  ]
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let start = "{\"$schema\":\"\(schema)\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
  return Array(start.utf8) + driver.bytes(.compact)
    + Array("},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n".utf8)
}

let sarifFooter = "]}]}\n"

extension AuditFinding {
  func sarif(_ file: String) -> JSON {
    let message = action.isEmpty ? "\(sentence). \(why)" : "\(sentence). \(why) \(action)"
    return [
      "ruleId": .string(check), "level": .string(severity.rawValue), "message": ["text": .string(message)],
      "locations": [location(file, position)],
      "relatedLocations": .array(related.map { location(file, $0.position) }),
      "properties": [
        "claim": .string(claim), "codes": .strings(codes), "date": .optional(day?.description),
        "sources": .strings(sources),
      ],
    ]
  }

  private func location(_ file: String, _ position: ClaimPosition) -> JSON {
    [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(file.percentEncoded(keeping: "/~"))],
        "region": ["startLine": .integer(position.line), "startColumn": .integer(position.column)],
      ]
    ]
  }
}
