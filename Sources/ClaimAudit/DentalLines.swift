package import ClaimFiles
package import CodingRules

extension DentalClaim {
  /// The lines of the claim for the audit; empty for a void claim.
  package var auditLines: [AuditLine] {
    guard frequency != .void else { return [] }
    let (facts, group) = (facts, group)
    return lines.map { line in
      var audited = AuditLine(
        code: ClaimCode(line.code), day: line.serviceDate.flatMap { CalendarDay($0) }, group: group,
        position: ClaimPosition(line.position))
      if audited.code == nil, line.code.utf8Span.span.hasWord { audited.unreadable.insert(.code) }
      if audited.day == nil, line.isDateUnreadable || line.serviceDate != nil {
        audited.unreadable.insert(.date)
      }
      audited.units = line.units
      audited.number = line.number
      audited.isPlanned = isPredetermination
      audited.facts = facts
      if !line.areas.isEmpty { audited.facts.insert(.area) }
      if line.hasTooth { audited.facts.insert(.tooth) }
      if line.hasDescription { audited.facts.insert(.narrative) }
      for area in line.areas.compactMap({ MouthAreas($0) }) { audited.areas.formUnion(area) }
      return audited
    }
  }

  private var facts: LineFacts {
    var facts: LineFacts = []
    if hasNote { facts.insert(.narrative) }
    if !attachments.isEmpty { facts.insert(.attachment) }
    if isOrthodontic { facts.insert(.orthodontic) }
    return facts
  }

  /// The group of lines to compare: those of one patient and payer, or only those of the same claim
  /// if it is corrected or planned or the patient is unknown.
  private var group: Int {
    var hasher = Hasher()
    hasher.combine(patient)
    hasher.combine(payerSequence)
    if patient == nil || isPredetermination || frequency != .original { hasher.combine(position) }
    return hasher.finalize()
  }
}

extension CalendarDay {
  fileprivate init?(_ date: ServiceDate) { self.init(year: date.year, month: date.month, day: date.day) }
}

extension ClaimPosition {
  init(_ position: SourcePosition) {
    self.init(line: position.line, column: position.column, segment: position.segment)
  }
}
