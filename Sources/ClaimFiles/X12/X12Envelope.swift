/// The open interchange, group, and transaction, with their counts so far.
struct X12Envelope {
  /// A level of the envelope, outermost first.
  enum Level: Int, CaseIterable {
    case interchange, group, transaction

    /// The name of the trailer segment.
    var closing: String {
      switch self {
      case .interchange: "IEA"
      case .group: "GE"
      case .transaction: "SE"
      }
    }

    /// The element of the header segment with the control number.
    fileprivate var controlElement: Int {
      switch self {
      case .interchange: 13
      case .group: 6
      case .transaction: 2
      }
    }
  }

  /// An open level.
  fileprivate struct Open {
    let control: [UInt8]
    let position: SourcePosition
    /// The number of groups or transactions inside.
    var count = 0
  }

  fileprivate var open: [Open?] = Array(repeating: nil, count: Level.allCases.count)
  /// The implementation guide of the transaction.
  fileprivate(set) var guide = X12Guide.unknown
  /// The guide named by the group header.
  fileprivate var groupGuide = X12Guide.unknown

  fileprivate subscript(level: Level) -> Open? {
    get { open[level.rawValue] }
    set { open[level.rawValue] = newValue }
  }

  /// Whether the guide of this transaction has been reported as old or unsupported.
  fileprivate var isGuideReported = false

  /// Sets the guide named inside the transaction, which overrides that of the group.
  mutating func name(_ named: X12Guide) { if named != .unknown { guide = named } }

  /// The number of segments in the transaction so far.
  fileprivate var segments = 0

  /// Counts a segment of the open transaction.
  mutating func countSegment() { segments += 1 }
}

extension DentalClaimReader {
  /// Opens a level at its header segment.
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
      if case .transaction = envelope.guide { report(.unsupported(envelope.guide), segment) }
    }
  }

  /// Reports and closes a level, and those inside it, that have no trailer.
  mutating func close(_ level: X12Envelope.Level) {
    for inner in X12Envelope.Level.allCases.reversed() where inner.rawValue >= level.rawValue {
      guard let left = envelope[inner] else { continue }
      events.append(.fault(X12Fault(.unclosedEnvelope(missing: inner.closing), at: left.position)))
      envelope[inner] = nil
    }
    envelope.guide = .unknown
  }

  /// Closes a level at its trailer segment.
  mutating func close(_ level: X12Envelope.Level, _ segment: X12Segment) {
    endClaim()
    if let inner = X12Envelope.Level(rawValue: level.rawValue + 1) { close(inner) }
    guard let left = envelope[level] else { return }
    envelope[level] = nil
    if level == .transaction { envelope.guide = .unknown }
    let found = level == .transaction ? envelope.segments : left.count
    if let stated = segment[1].wholeNumber, stated != found {
      report(.countMismatch(segment: level.closing, stated: stated, found: found), segment)
    }
    if !segment[2].elementsEqual(left.control) {
      report(.controlNumberMismatch(segment: level.closing), segment)
    }
  }

  private func guide(of segment: X12Segment) -> X12Guide {
    guard segment.element(1, is: "837") else { return .transaction(segment.text(1)) }
    let own = X12Guide(segment[3])
    return own == .unknown ? envelope.groupGuide : own
  }

  /// Reports an old or unsupported guide, at the first claim of a transaction; counts skipped claims.
  mutating func reportGuide() {
    let guide = envelope.guide
    if !guide.isSupported { skippedClaims += 1 }
    // A guide is known only inside a transaction.
    guard !envelope.isGuideReported, !guide.isSupported || guide == .dental4010,
      let transaction = envelope[.transaction]
    else { return }
    envelope.isGuideReported = true
    let kind: X12Fault.Kind = guide.isSupported ? .oldVersion : .unsupported(guide)
    events.append(.fault(X12Fault(kind, at: transaction.position)))
  }
}
