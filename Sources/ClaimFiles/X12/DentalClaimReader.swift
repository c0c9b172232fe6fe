/// Reads the claims of X12 837D files as their bytes come.
///
/// Several interchanges, groups, transactions and claims may follow each other. What cannot be read is a fault with its
/// position, and reading goes on. Memory is bounded by the longest claim.
package struct DentalClaimReader {
  /// What a file holds, in order.
  package enum Event: Equatable, Sendable {
    /// A claim.
    case claim(DentalClaim)
    /// Something that cannot be read as it should be.
    case fault(X12Fault)
  }

  /// How many lines a claim has at most; more are handed out as a second claim with the same id.
  static let maxLines = 1_000

  private var segments = X12SegmentReader()
  var envelope = X12Envelope()
  var people = X12People()
  var claim: DentalClaim?
  /// The events that have not been handed out.
  var events: [Event] = []

  /// How many claims were skipped because their transactions are not dental.
  package internal(set) var skippedClaims = 0

  /// Creates a reader at the beginning of a file.
  package init() {}

  /// Reads more bytes of the file, and hands out what they complete.
  package mutating func read(_ bytes: Span<UInt8>, _ handOut: (Event) -> Void) {
    var offset = 0
    while let event = segments.next(bytes, from: &offset) {
      take(event)
      handOutEvents(handOut)
    }
  }

  /// Ends the file, and hands out what is left.
  package mutating func finish(_ handOut: (Event) -> Void) {
    if let event = segments.finish() { take(event) }
    endClaim()
    close(.interchange)
    handOutEvents(handOut)
  }

  private mutating func handOutEvents(_ handOut: (Event) -> Void) {
    guard !events.isEmpty else { return }
    for event in events { handOut(event) }
    events.removeAll(keepingCapacity: true)
  }

  private mutating func take(_ event: X12SegmentReader.Event) {
    switch event {
    case .segment: take(segments.segment)
    case .fault: events.append(.fault(X12Fault(segments.fault, at: segments.segment.position)))
    }
  }

  func component(_ number: Int, of element: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    element.component(number, separator: segments.separators.component)
  }

  func components(of element: ArraySlice<UInt8>) -> [String] {
    element.split(separator: segments.separators.component).map { String(decoding: $0, as: UTF8.self) }
  }

  mutating func report(_ kind: X12Fault.Kind, _ segment: X12Segment) {
    let line = claim.flatMap { $0.lines.isEmpty ? nil : $0.lines.count }
    events.append(.fault(X12Fault(kind, at: segment.position, claim: claim?.id, line: line)))
  }

  /// Hands the open claim out.
  mutating func endClaim() {
    guard var ended = claim else { return }
    claim = nil
    if ended.lines.isEmpty {
      events.append(.fault(X12Fault(.claimWithoutLines, at: ended.position, claim: ended.id)))
    }
    for index in ended.lines.indices {
      if ended.lines[index].day == nil { ended.lines[index].day = ended.day }
    }
    events.append(.claim(ended))
  }
}
