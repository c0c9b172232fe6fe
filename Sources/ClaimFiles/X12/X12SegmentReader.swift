/// Splits a stream of X12 interchanges into segments.
///
/// The `ISA` of each interchange declares the separators. Line breaks that are not separators are
/// dropped. Memory is bounded: overlong segments are dropped and reported.
struct X12SegmentReader {
  /// The maximum length of a segment, in bytes; the longest element of a dental claim has 264.
  static let maxSegment = 1 << 13
  /// The maximum length of an `ISA`, which by the standard is exactly 106 bytes.
  private static let maxHeader = 256
  /// The number of element separators in an `ISA`; the component separator and terminator follow.
  private static let headerSeparators = 16

  private enum State {
    case between, name, header, body, ignoring, skipping
  }

  /// The result of reading on.
  enum Event {
    /// A segment, in `segment`.
    case segment
    /// A fault, in `fault`, at the position of `segment`.
    case fault
  }

  /// Frequent segments that the claim reader ignores; only their names are kept.
  private static let ignoredNames: [X12Segment.Name] = ["N3", "N4", "PER", "PRV", "LX", "HI", "PAT"]

  private(set) var segment = X12Segment()
  private(set) var fault = X12Fault.Kind.noHeader
  private(set) var separators = X12Separators.standard
  private var state = State.between
  private var hasHeader = false
  private var component: UInt8?
  private var segmentCount = 0
  private var lines = LineCounter()

  /// Reads from an offset and advances it; nil if the bytes run out before a segment ends.
  mutating func next(_ bytes: Span<UInt8>, from offset: inout Int) -> Event? {
    while offset < bytes.count {
      if state == .body || state == .ignoring { appendRun(bytes, from: &offset) }
      if offset == bytes.count { return nil }
      let byte = bytes[offset]
      lines.count(byte)
      offset += 1
      if let event = handle(byte) { return event }
    }
    return nil
  }

  /// Appends a run of element bytes, up to the next separator or line break.
  private mutating func appendRun(_ bytes: Span<UInt8>, from offset: inout Int) {
    let terminator = separators.terminator
    let element = state == .ignoring ? terminator : separators.element
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

  /// Ends the file; returns the unterminated segment, or nil if none is open.
  mutating func finish() -> Event? {
    defer { state = .between }
    switch state {
    case .between, .skipping: return nil
    case .header: return endBadHeader()
    case .name where !hasHeader: return report(.noHeader)
    case .ignoring: return .segment
    case .name, .body:
      segment.endElement()
      return .segment
    }
  }

  @inline(__always)
  private mutating func handle(_ byte: UInt8) -> Event? {
    switch state {
    case .body: return handleBody(byte)
    case .between: return handleFirst(byte)
    case .name: return handleName(byte)
    case .header: return handleHeader(byte)
    case .ignoring:
      if byte != separators.terminator { return nil }
      state = .between
      return .segment
    case .skipping:
      if byte == separators.terminator { state = .between }
      return nil
    }
  }

  /// Handles a byte between segments; drops filler and byte order marks.
  private mutating func handleFirst(_ byte: UInt8) -> Event? {
    if byte == separators.terminator || byte.isX12Filler || [0xEF, 0xBB, 0xBF].contains(byte) { return nil }
    segmentCount += 1
    segment.removeAll()
    segment.position = lines.position(segment: segmentCount)
    state = .name
    return handleName(byte)
  }

  /// Handles a byte of a name; recognizes an `ISA` before its separators are known.
  private mutating func handleName(_ byte: UInt8) -> Event? {
    if segment.count == 3, segment.isExactly("ISA"), !byte.isLetterOrDigit, !byte.isX12Filler {
      separators.element = byte
      component = nil
      (hasHeader, state) = (true, .header)
      segment.endElement()
      return nil
    }
    if segment.count >= 3 || byte == separators.element { state = .body }
    guard !hasHeader, state == .body else { return handleBody(byte) }
    hasHeader = true
    _ = handleBody(byte)
    return report(.noHeader)
  }

  @inline(__always)
  private mutating func handleBody(_ byte: UInt8) -> Event? {
    if byte == separators.element {
      segment.endElement()
      if segment.separatorCount == 1, Self.ignoredNames.contains(segment.name) { state = .ignoring }
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

  private mutating func handleHeader(_ byte: UInt8) -> Event? {
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
    guard found.areValid else { return endBadHeader() }
    (separators, state) = (found, .between)
    return .segment
  }

  private mutating func endBadHeader() -> Event {
    (separators, state) = (.standard, .skipping)
    return report(.badHeader)
  }

  private mutating func report(_ kind: X12Fault.Kind) -> Event {
    fault = kind
    return .fault
  }
}
