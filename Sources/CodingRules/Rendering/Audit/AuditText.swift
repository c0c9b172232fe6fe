extension AuditFinding {
  /// Returns the heading of the claim for the findings that follow.
  func claimHeading(isFirst: Bool) -> String {
    (isFirst ? "" : "\n") + (claim.isEmpty ? "The whole file\n" : "Claim \(excerpt(claim))\n")
  }

  /// Returns the finding as text, starting with the file and the line.
  func text(_ file: String) -> String {
    let column = position.column > 1 ? ":\(position.column)" : ""
    var text = "\(printable(file)):\(position.line)\(column): \(severity.rawValue): [\(check)] \(sentence)\n"
    text += "    Why: \(why)\n"
    if let other { text += "    Others say: \(other.text) (\(other.sources.map(\.id).joined(by: ", ")))\n" }
    if !action.isEmpty { text += "    Do: \(action)\n" }
    if !sources.isEmpty { text += "    Sources: \(sources.joined(by: ", "))\n" }
    return text
  }

  /// The problem and the lines of the file involved.
  var sentence: String {
    var sentence = what
    if line > 0 { sentence += ", service line \(line)" }
    if !related.isEmpty { sentence += ", with \(relatedLines.joined(by: " and "))" }
    return sentence
  }

  /// The other lines in words: their numbers in each claim or, if they have none, in the file.
  private var relatedLines: [String] {
    func words(_ what: String, _ numbers: [Int]) -> String {
      "\(what)\(numbers.count == 1 ? "" : "s") \(numbers.map(String.init).joined(by: ", "))"
    }
    if related.contains(where: { $0.line == 0 }) { return [words("line", related.map(\.position.line))] }
    return related.map(\.claim).uniqued().map { id in
      words("service line", related.filter { $0.claim == id }.map(\.line))
        + (id == claim ? "" : " of claim \(excerpt(id))")
    }
  }
}

extension AuditSummary {
  /// The counts as a few lines of text.
  package var text: String {
    let severities = VisitCheck.Severity.allCases.map { counted(bySeverity[$0] ?? 0, $0.rawValue) }
    let audited = counted(lines, "service line") + (claims.map { " of \(counted($0, "claim"))" } ?? "")
    var text = "\(audited) audited: \(severities.joined(by: ", "))\n"
    for (check, count) in byCheck.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      text += "  \(count) \(check)\n"
    }
    if skippedClaims > 0 { text += "\(counted(skippedClaims, "claim")) not audited: not dental\n" }
    return text
  }
}
