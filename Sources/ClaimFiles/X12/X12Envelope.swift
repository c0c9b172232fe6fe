/// The interchange, group and transaction that are open, and what they hold so far.
struct X12Envelope {
  /// A level of the envelope, the outermost first.
  enum Level: Int, CaseIterable {
    case interchange, group, transaction

    /// The segment that closes it.
    var closing: String {
      switch self {
      case .interchange: "IEA"
      case .group: "GE"
      case .transaction: "SE"
      }
    }

    /// The elements of its opening segment that hold the control number.
    fileprivate var controlElement: Int {
      switch self {
      case .interchange: 13
      case .group: 6
      case .transaction: 2
      }
    }
  }

  /// One open level.
  fileprivate struct Open {
    let control: [UInt8]
    let position: SourcePosition
    /// How many groups or transactions it holds.
    var count = 0
  }

  fileprivate var open: [Open?] = Array(repeating: nil, count: Level.allCases.count)
  /// The guide that the transaction follows.
  fileprivate(set) var guide = X12Guide.unknown
  /// What the group says of its guide.
  fileprivate var groupGuide = X12Guide.unknown

  fileprivate subscript(level: Level) -> Open? {
    get { open[level.rawValue] }
    set { open[level.rawValue] = newValue }
  }

  /// Whether a guide that is not read as it is was reported for this transaction.
  fileprivate var isGuideReported = false

  /// Takes the guide that a segment within the transaction names, which weighs more than what the group says.
  mutating func name(_ named: X12Guide) { if named != .unknown { guide = named } }

  /// How many segments the transaction has so far.
  fileprivate var segments = 0

  /// Counts a segment of the open transaction.
  mutating func countSegment() { segments += 1 }
}

extension DentalClaimReader {
  /// Opens a level with its first segment.
  mutating func open(_ level: X12Envelope.Level, _ segment: X12Segment) {
    endClaim()
    people = X12People()
    close(level)
    if let outer = X12Envelope.Level(rawValue: level.rawValue - 1) { envelope[outer]?.count += 1 }
    envelope[level] = X12Envelope.Open(
      control: Array(segment[level.controlElement]), position: segment.position)
    switch level {
    case .interchange: envelope.groupGuide = .unknown
    case .group: envelope.groupGuide = X12Guide(segment[8])
    case .transaction:
      envelope.segments = 1
      envelope.guide = guide(of: segment)
      envelope.isGuideReported = false
      if case .transaction = envelope.guide { report(.refused(envelope.guide), segment) }
    }
  }

  /// Reports the levels that are open from one on inward, and closes them.
  mutating func close(_ level: X12Envelope.Level) {
    for inner in X12Envelope.Level.allCases.reversed() where inner.rawValue >= level.rawValue {
      guard let left = envelope[inner] else { continue }
      events.append(.fault(X12Fault(.cutOff(missing: inner.closing), at: left.position)))
      envelope[inner] = nil
    }
    envelope.guide = .unknown
  }

  /// Closes a level with its last segment.
  mutating func close(_ level: X12Envelope.Level, _ segment: X12Segment) {
    endClaim()
    if let inner = X12Envelope.Level(rawValue: level.rawValue + 1) { close(inner) }
    guard let left = envelope[level] else { return }
    envelope[level] = nil
    if level == .transaction { envelope.guide = .unknown }
    let found = level == .transaction ? envelope.segments : left.count
    if let stated = segment[1].wholeNumber, stated != found {
      report(.countDiffers(segment: level.closing, stated: stated, found: found), segment)
    }
    if !segment[2].elementsEqual(left.control) { report(.controlDiffers(segment: level.closing), segment) }
  }

  private func guide(of segment: X12Segment) -> X12Guide {
    guard segment.element(1, is: "837") else { return .transaction(segment.text(1)) }
    let own = X12Guide(segment[3])
    return own == .unknown ? envelope.groupGuide : own
  }

  /// Reports, with the first claim of a transaction, that its guide is not read or is old; counts claims not read.
  mutating func reportGuide() {
    let guide = envelope.guide
    if !guide.isRead { skippedClaims += 1 }
    // A guide is known only within a transaction.
    guard !envelope.isGuideReported, !guide.isRead || guide == .dental4010,
      let transaction = envelope[.transaction]
    else { return }
    envelope.isGuideReported = true
    let kind: X12Fault.Kind = guide.isRead ? .oldVersion : .refused(guide)
    events.append(.fault(X12Fault(kind, at: transaction.position)))
  }
}
