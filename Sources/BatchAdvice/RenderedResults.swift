import ClaimFiles
import CodingRules
import StrictJSON

/// Results as bytes that are ready to be written, each with an index from 0.
struct RenderedResults: ~Copyable {
  private let layout: ResultLayout
  private let ownCount: Int
  private var texts = ByteSink(capacity: 1 << 12)
  /// Where the parts that results have of their own begin, result after result; last where the next will.
  private var starts = UncheckedList<Int>([0])
  /// By result: the first of its offsets among `dayOffsets`; last that of the next.
  private var dayStarts = UncheckedList<Int>([0])
  /// Where the date of service is in the texts.
  private var dayOffsets = UncheckedList<Int>()
  /// By result: how its rows are counted, and the index of what is wrong with them; negative when nothing is.
  private var outcomes = UncheckedList<(kind: RowTally.Kind, problem: Int)>()
  private var problems: [RowProblem] = []
  private var shared: PaddedBytes

  init(_ layout: ResultLayout) {
    self.layout = layout
    ownCount = layout.ownCount
    shared = PaddedBytes(layout.shared)
  }

  /// How many bytes the results take, about: a problem some hundred besides its text.
  var byteCount: Int { texts.count + 16 * starts.count + 256 * problems.count }

  /// Renders a result; its index.
  mutating func add(_ result: RowResult) -> Int {
    let start = texts.count
    for index in 0..<layout.ownCount {
      layout.write(index, of: result, to: &texts)
      starts.append(texts.count)
    }
    if layout.isFull, let day = result.day { findDay(day, from: start) }
    dayStarts.append(dayOffsets.count)
    outcomes.append((result.kind, result.problem == nil ? -1 : problems.count))
    if let problem = result.problem { problems.append(problem) }
    return outcomes.count - 1
  }

  /// Notes where the date of service is in the texts from an offset on.
  private mutating func findDay(_ day: CalendarDay, from start: Int) {
    let (digits, around) = (Array("\(day)".utf8), layout.aroundDay)
    texts.bytes.forEachOffset(of: digits, from: start) { offset in
      if texts.bytes.have(around.before, at: offset - around.before.count),
        around.after.contains(where: { texts.bytes.have($0, at: offset + digits.count) })
      {
        dayOffsets.append(offset)
      }
    }
  }

  /// Removes the result that was added last.
  mutating func removeLast() {
    starts.truncate(to: starts.count - ownCount)
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

  // MARK: Rows with a result

  /// Counts a row in a report; false when it has a problem.
  @inline(__always)
  mutating func count(_ index: Int, in report: inout ChunkReport) -> Bool {
    let (kind, problem) = outcomes[index]
    report.add(kind)
    if problem < 0 { return true }
    report.add(problems[problem])
    return false
  }

  /// Makes a result that of a date of service.
  @inline(__always)
  mutating func setDay(_ day: CalendarDay, of index: Int) {
    if dayStarts[index] == dayStarts[index &+ 1] { return }
    let digits = Array("\(day)".utf8)
    for offset in dayStarts[index]..<dayStarts[index + 1] {
      texts.replace(at: dayOffsets[offset], with: digits)
    }
  }

  /// Writes a text that all results share.
  @inline(__always)
  mutating func writeShared(_ start: Int, _ end: Int, to sink: inout ByteSink) {
    sink.append(shared, from: start, to: end)
  }

  /// Writes one of the parts that a result has of its own.
  @inline(__always)
  mutating func write(_ part: Int, of index: Int, to sink: inout ByteSink) {
    let text = index &* ownCount &+ part
    sink.append(texts.bytes, from: starts[text], to: starts[text &+ 1])
  }
}

extension PaddedBytes {
  /// Whether a text begins at an offset.
  fileprivate func have(_ text: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && offset + text.count <= count && text.indices.allSatisfy { self[offset + $0] == text[$0] }
  }

  /// Visits every offset from one on where a text begins.
  fileprivate func forEachOffset(of text: [UInt8], from start: Int, _ body: (Int) -> Void) {
    let last = text.count - 1
    var offset = start
    while offset + last < count {
      let isFirst = block(at: offset) .== every(text[0])
      var hits = (isFirst .& (block(at: offset + last) .== every(text[last]))).bits
      while hits != 0 {
        let hit = offset + hits.trailingZeroBitCount
        hits &= hits - 1
        if have(text, at: hit) { body(hit) }
      }
      offset += Block.size
    }
  }
}
