import ClaimFiles
import CodingRules
import StrictJSON

/// Results rendered as output bytes, each with an index from 0.
struct RenderedResults: ~Copyable {
  private let layout: ResultLayout
  private let renderedCount: Int
  private var texts = ByteSink(capacity: 1 << 12)
  /// The start offsets of the rendered parts of all results, and that of the next.
  private var starts = UncheckedList<Int>([0])
  /// The index in `dayOffsets` of each result's first offset, and that of the next.
  private var dayStarts = UncheckedList<Int>([0])
  /// The offsets of dates of service in the texts.
  private var dayOffsets = UncheckedList<Int>()
  /// The kind of each result and the index of its problem; negative if there is none.
  private var outcomes = UncheckedList<(kind: RowTally.Kind, problem: Int)>()
  private var problems: [RowProblem] = []
  private var shared: PaddedBytes

  init(_ layout: ResultLayout) {
    self.layout = layout
    renderedCount = layout.renderedCount
    shared = PaddedBytes(layout.shared)
  }

  /// The approximate memory use in bytes, assuming 256 per problem.
  var byteCount: Int { texts.count + 16 * starts.count + 256 * problems.count }

  /// Renders a result and returns its index.
  mutating func add(_ result: RowResult) -> Int {
    let start = texts.count
    for index in 0..<renderedCount {
      layout.write(index, of: result, to: &texts)
      starts.append(texts.count)
    }
    if layout.isFull, let day = result.day { recordDateOffsets(day, from: start) }
    dayStarts.append(dayOffsets.count)
    outcomes.append((result.kind, result.problem == nil ? -1 : problems.count))
    if let problem = result.problem { problems.append(problem) }
    return outcomes.count - 1
  }

  /// Records the offsets of the date of service in the texts from `start`.
  private mutating func recordDateOffsets(_ day: CalendarDay, from start: Int) {
    let (digits, around) = (Array("\(day)".utf8), layout.dateContext)
    texts.bytes.forEachOffset(of: digits, from: start) { offset in
      if texts.bytes.hasText(around.before, at: offset - around.before.count),
        around.after.contains(where: { texts.bytes.hasText($0, at: offset + digits.count) })
      {
        dayOffsets.append(offset)
      }
    }
  }

  /// Removes the last result.
  mutating func removeLast() {
    starts.truncate(to: starts.count - renderedCount)
    texts.truncate(to: starts[starts.count - 1])
    dayStarts.truncate(to: dayStarts.count - 1)
    dayOffsets.truncate(to: dayStarts[dayStarts.count - 1])
    if outcomes[outcomes.count - 1].problem >= 0 { problems.removeLast() }
    outcomes.truncate(to: outcomes.count - 1)
  }

  /// Removes all results.
  mutating func removeAll() {
    texts.truncate(to: 0)
    starts.truncate(to: 1)
    dayStarts.truncate(to: 1)
    dayOffsets.truncate(to: 0)
    outcomes.truncate(to: 0)
    problems.removeAll(keepingCapacity: true)
  }

  // MARK: Using results

  /// Counts a row in a report; returns false if it has a problem.
  @inline(__always)
  mutating func count(_ index: Int, in report: inout ChunkReport) -> Bool {
    let (kind, problem) = outcomes[index]
    report.add(kind)
    if problem < 0 { return true }
    report.add(problems[problem])
    return false
  }

  /// Overwrites the dates of service in a result.
  @inline(__always)
  mutating func setDay(_ day: CalendarDay, of index: Int) {
    if dayStarts[index] == dayStarts[index &+ 1] { return }
    let digits = Array("\(day)".utf8)
    for offset in dayStarts[index]..<dayStarts[index + 1] {
      texts.replace(at: dayOffsets[offset], with: digits)
    }
  }

  /// Writes a part that all results share.
  @inline(__always)
  mutating func writeShared(_ start: Int, _ end: Int, to sink: inout ByteSink) {
    sink.append(shared, from: start, to: end)
  }

  /// Writes a rendered part of a result.
  @inline(__always)
  mutating func write(_ part: Int, of index: Int, to sink: inout ByteSink) {
    let text = index &* renderedCount &+ part
    sink.append(texts.bytes, from: starts[text], to: starts[text &+ 1])
  }
}

extension PaddedBytes {
  /// Whether a text occurs at an offset.
  fileprivate func hasText(_ text: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + text.count <= count && text.indices.allSatisfy { self[offset + $0] == text[$0] }
  }

  /// Visits every offset from `start` at which a text occurs.
  fileprivate func forEachOffset(of text: [UInt8], from start: Int, _ body: (Int) -> Void) {
    let last = text.count - 1
    var offset = start
    while offset + last < count {
      let isFirst = block(at: offset) .== splat(text[0])
      var hits = (isFirst .& (block(at: offset + last) .== splat(text[last]))).bits
      while hits != 0 {
        let hit = offset + hits.trailingZeroBitCount
        hits &= hits - 1
        if hasText(text, at: hit) { body(hit) }
      }
      offset += Block.size
    }
  }
}
