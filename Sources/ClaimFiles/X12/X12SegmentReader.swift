/// Cuts the bytes of X12 interchanges into segments, as they come.
///
/// Separators are those that each interchange's `ISA` declares. Line breaks that are no separators are dropped, within a
/// segment and between segments. Memory is bounded: a segment that is too long is dropped and reported.
struct X12SegmentReader {
  /// The longest segment, in bytes; the longest element of a dental claim has 264.
  static let maxSegment = 1 << 13
  /// The longest `ISA`, whose elements have fixed lengths, 106 bytes in all.
  private static let maxHeader = 256
  /// How many element separators an `ISA` has; the component separator and the terminator follow the last.
  private static let headerSeparators = 16

  private enum State {
    case between, name, header, body, passing, skipping
  }

  /// What comes next in the bytes.
  enum Event {
    /// A segment, in `segment`.
    case segment
    /// Something that cannot be read, in `fault`, at the position of `segment`.
    case fault
  }

  /// Segments of which only the name is kept: they are frequent, and no reader of claims asks for the rest.
  private static let passedNames: [X12Segment.Name] = ["N3", "N4", "PER", "PRV", "LX", "HI", "PAT"]

  private(set) var segment = X12Segment()
  private(set) var fault = X12Fault.Kind.noHeader
  private(set) var separators = X12Separators.usual
  private var state = State.between
  private var hasHeader = false
  private var isUTF16 = false
  private var component: UInt8?
  private var segmentCount = 0
  private var lines = LineCounter()

  /// Reads on from an offset, which moves; nil when the bytes are used up before a segment ends.
  mutating func next(_ bytes: Span<UInt8>, from offset: inout Int) -> Event? {
    while offset < bytes.count {
      if state == .body || state == .passing { takeRun(bytes, from: &offset) }
      if offset == bytes.count { return nil }
      let byte = bytes[offset]
      lines.count(byte)
      offset += 1
      if let event = take(byte) { return event }
    }
    return nil
  }

  /// Takes the bytes of an element at once, up to the next separator or line break.
  private mutating func takeRun(_ bytes: Span<UInt8>, from offset: inout Int) {
    let terminator = separators.terminator
    let element = state == .passing ? terminator : separators.element
    let room = min(bytes.count, offset + Self.maxSegment - segment.count)
    var end = offset
    while end < room {
      let byte = bytes[end]
      if byte == element || byte == terminator || byte == 0x0A || byte == 0x0D { break }
      end += 1
    }
    guard end > offset else { return }
    if state == .body { segment.append(bytes.extracting(offset..<end)) }
    lines.countColumns(end - offset)
    offset = end
  }

  /// The segment that the end of the file cuts off; nil when none is open.
  mutating func finish() -> Event? {
    defer { state = .between }
    switch state {
    case .between, .skipping: return nil
    case .header: return endBadHeader()
    case .name where !hasHeader: return report(.noHeader)
    case .passing: return .segment
    case .name, .body:
      segment.endElement()
      return .segment
    }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8) -> Event? {
    switch state {
    case .body: return takeBody(byte)
    case .between: return takeFirst(byte)
    case .name: return takeName(byte)
    case .header: return takeHeader(byte)
    case .passing:
      if byte != separators.terminator { return nil }
      state = .between
      return .segment
    case .skipping:
      if byte == separators.terminator, !isUTF16 { state = .between }
      return nil
    }
  }

  /// Takes a byte between segments: filler and byte order marks are dropped.
  private mutating func takeFirst(_ byte: UInt8) -> Event? {
    if byte == separators.terminator || byte.isX12Filler || [0xEF, 0xBB, 0xBF].contains(byte) { return nil }
    segmentCount += 1
    segment.removeAll()
    segment.position = lines.position(segment: segmentCount)
    if byte >= 0xFE, segmentCount == 1 {
      (isUTF16, state) = (true, .skipping)
      return report(.utf16)
    }
    state = .name
    return takeName(byte)
  }

  /// Takes a byte of a name, by which an `ISA` is known before its separators are.
  private mutating func takeName(_ byte: UInt8) -> Event? {
    if segment.count == 3, segment.isExactly("ISA"), !byte.isLetterOrDigit, !byte.isX12Filler {
      separators.element = byte
      component = nil
      (hasHeader, state) = (true, .header)
      segment.endElement()
      return nil
    }
    if segment.count >= 3 || byte == separators.element { state = .body }
    guard !hasHeader, state == .body else { return takeBody(byte) }
    hasHeader = true
    _ = takeBody(byte)
    return report(.noHeader)
  }

  @inline(__always)
  private mutating func takeBody(_ byte: UInt8) -> Event? {
    if byte == separators.element {
      segment.endElement()
      if segment.separatorCount == 1, Self.passedNames.contains(segment.name) { state = .passing }
    } else if byte == separators.terminator {
      segment.endElement()
      state = .between
      return .segment
    } else if byte != 0x0A, byte != 0x0D {
      segment.append(byte)
      if segment.count > Self.maxSegment {
        state = .skipping
        return report(.segmentTooLong)
      }
    }
    return nil
  }

  private mutating func takeHeader(_ byte: UInt8) -> Event? {
    if segment.separatorCount < Self.headerSeparators {
      if byte == separators.element {
        segment.endElement()
      } else if byte != 0x0A, byte != 0x0D {
        segment.append(byte)
      }
      return segment.count > Self.maxHeader ? endBadHeader() : nil
    }
    guard let component else {
      component = byte
      return nil
    }
    segment.endElement()
    let found = X12Separators(element: separators.element, component: component, terminator: byte)
    guard found.areUsable else { return endBadHeader() }
    (separators, state) = (found, .between)
    return .segment
  }

  private mutating func endBadHeader() -> Event {
    (separators, state) = (.usual, .skipping)
    return report(.badHeader)
  }

  private mutating func report(_ kind: X12Fault.Kind) -> Event {
    fault = kind
    return .fault
  }
}
