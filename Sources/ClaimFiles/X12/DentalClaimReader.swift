/// A streaming reader of X12 837D claims.
///
/// A file may contain several interchanges, groups, transactions, and claims. Unreadable parts
/// become faults with positions, and reading continues. Memory is bounded by the longest claim.
package struct DentalClaimReader {
  /// A part of a file, in file order.
  package enum Event: Equatable, Sendable {
    /// A claim.
    case claim(DentalClaim)
    /// A fault in the file.
    case fault(X12Fault)
  }

  /// The maximum number of lines per claim; further lines become another claim with the same id.
  static let maxLines = 1_000

  private var segments = X12SegmentReader()
  var envelope = X12Envelope()
  var people = X12People()
  var claim: DentalClaim?
  /// The events not yet returned.
  var events: [Event] = []

  /// The number of claims skipped because their transactions are not dental.
  package internal(set) var skippedClaims = 0

  /// Creates a reader at the beginning of a file.
  package init() {}

  /// Reads more bytes and returns the events they complete.
  package mutating func read(_ bytes: Span<UInt8>) -> [Event] {
    var offset = 0
    while let event = segments.next(bytes, from: &offset) { handle(event) }
    return takeEvents()
  }

  /// Ends the file and returns the remaining events.
  package mutating func finish() -> [Event] {
    if let event = segments.finish() { handle(event) }
    endClaim()
    close(.interchange)
    return takeEvents()
  }

  private mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }

  private mutating func handle(_ event: X12SegmentReader.Event) {
    switch event {
    case .segment: handle(segments.segment)
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

  /// Ends the open claim and queues it.
  mutating func endClaim() {
    guard var ended = claim else { return }
    claim = nil
    if ended.lines.isEmpty {
      events.append(.fault(X12Fault(.claimWithoutLines, at: ended.position, claim: ended.id)))
    }
    for index in ended.lines.indices where ended.lines[index].serviceDate == nil {
      ended.lines[index].serviceDate = ended.serviceDate
      ended.lines[index].isDateUnreadable =
        ended.serviceDate == nil && (ended.lines[index].isDateUnreadable || ended.isDateUnreadable)
    }
    events.append(.claim(ended))
  }
}
