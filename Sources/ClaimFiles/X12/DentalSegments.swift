extension DentalClaimReader {
  /// Handles a segment; those irrelevant to coding are ignored.
  mutating func handle(_ segment: X12Segment) {
    envelope.countSegment()
    switch segment.name {
    case "ISA": open(.interchange, segment)
    case "GS": open(.group, segment)
    case "ST": open(.transaction, segment)
    case "SE": close(.transaction, segment)
    case "GE": close(.group, segment)
    case "IEA": close(.interchange, segment)
    case "REF" where segment.element(1, is: "87"): envelope.name(X12Guide(segment[2]))
    default:
      if segment.name == "CLM" { reportGuide() }
      if envelope.guide.isSupported { handleContent(segment) }
    }
  }

  private mutating func handleContent(_ segment: X12Segment) {
    switch segment.name {
    case "BHT": beginPeople { $0 = X12People() }
    case "HL": beginPeople { $0.begin(segment) }
    case "SBR" where claim == nil: people.readSubscriber(segment)
    case "NM1" where claim == nil: people.readName(segment)
    case "DMG" where claim == nil: people.readBirth(segment)
    case "CLM": beginClaim(segment)
    case "DTP": handleDate(segment)
    case "DN1": claim?.isOrthodontic = true
    case "NTE": if !segment[2].isEmpty { claim?.hasNote = true }
    case "PWK": claim?.attach(segment.text(1))
    case "SV3": handleLine(segment)
    case "SV1", "SV2": report(.nonDentalLine, segment)
    case "TOO": if !segment[2].isEmpty { claim?.changeLastLine { $0.hasTooth = true } }
    default: if !segment.hasName { report(.notASegment, segment) }
    }
  }

  private mutating func beginPeople(_ change: (inout X12People) -> Void) {
    endClaim()
    change(&people)
  }

  private mutating func beginClaim(_ segment: X12Segment) {
    endClaim()
    var begun = DentalClaim()
    begun.id = segment.text(1)
    begun.position = segment.position
    begun.patient = people.patient
    begun.payerSequence = people.payerSequence
    begun.frequency =
      switch component(3, of: segment[5]).first {
      case UInt8(ascii: "7"): .replacement
      case UInt8(ascii: "8"): .void
      default: .original
      }
    begun.isPredetermination = segment.element(19, is: "PB")
    claim = begun
    if begun.id.isEmpty { report(.claimWithoutID, segment) }
  }

  private mutating func handleDate(_ segment: X12Segment) {
    let isPlacement = segment.element(1, is: "452")
    if isPlacement { claim?.isOrthodontic = true }
    guard isPlacement || segment.element(1, is: "472"), let isBeforeLines = claim?.lines.isEmpty else {
      return
    }
    let date = ServiceDate(segment[3])
    let isUnreadable = date == nil && !segment[3].isEmpty
    // The day on which an appliance is placed counts only without a date of service.
    if isBeforeLines {
      if isPlacement, claim?.serviceDate != nil || claim?.isDateUnreadable == true { return }
      claim?.serviceDate = date
      claim?.isDateUnreadable = isUnreadable
    } else {
      claim?.changeLastLine { line in
        if isPlacement, line.serviceDate != nil || line.isDateUnreadable { return }
        (line.serviceDate, line.isDateUnreadable) = (date, isUnreadable)
      }
    }
  }

  private mutating func handleLine(_ segment: X12Segment) {
    if claim == nil {
      claim = DentalClaim(position: segment.position, patient: people.patient)
      report(.lineWithoutClaim, segment)
    }
    if claim?.lines.count == Self.maxLines { splitClaim() }
    var line = DentalLine()
    line.position = segment.position
    let isProcedure = component(1, of: segment[1]).isExactly("AD")
    line.code = isProcedure ? String(decoding: component(2, of: segment[1]), as: UTF8.self) : ""
    line.hasDescription = !component(7, of: segment[1]).isEmpty
    if !segment[4].isEmpty { line.areas = components(of: segment[4]) }
    line.units = segment[6].isEmpty ? 1 : max(0, segment[6].wholeNumber ?? 0)
    claim?.add(line)
  }

  /// Queues the lines so far as a claim, so that an endless claim takes bounded memory.
  private mutating func splitClaim() {
    let whole = claim
    endClaim()
    claim = whole
    claim?.removeLines()
  }
}
