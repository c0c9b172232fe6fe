import ClaimFiles
import CodingRules
import StrictJSON

/// The contributions of services to the summary of their visit, as numbers: visits with equal
/// numbers have equal summaries.
struct VisitParts: ~Copyable {
  /// The contribution of a service: a number for its content, and its codes that are not separately
  /// reportable.
  private struct Part: BitwiseCopyable {
    let number: UInt32
    /// The codes it reports, as bits.
    let reported: UInt64
    /// The range of its codes in `notSeparately`.
    let firstCode: Int
    let endCode: Int
  }

  /// The contribution of a service except those codes.
  private struct Content: Hashable {
    let topic: String
    let lines: [AdviceSummary.Line]
    let claimLines: [ClaimLine]
    let includedIn: [String]
    let nothing: [String]
    let notInForce: [String]
    let sentences: [String]
    let warnings: RowWarnings
  }

  private var parts = UncheckedList<Part>()
  private var notSeparately = UncheckedList<UInt32>()
  private var numbers: [Content: UInt32] = [:]
  /// The number assigned last; numbers continue after `removeAll`.
  private var numberCount: UInt32 = 0
  /// The numbers of codes, which never change.
  private var codes: [String: UInt32] = [:]

  /// Adds the part of a service.
  mutating func add(_ service: AdviceSummary, _ lines: [ClaimLine]) {
    let content = Content(
      topic: service.topic, lines: service.lines, claimLines: lines, includedIn: service.includedIn,
      nothing: service.nothing, notInForce: service.notInForce, sentences: service.sentences,
      warnings: service.warnings)
    if numbers[content] == nil { numberCount &+= 1 }
    let number = numbers[content] ?? numberCount
    numbers[content] = number
    let first = notSeparately.count
    for code in service.notSeparately { notSeparately.append(self.number(of: code)) }
    let reported = service.lines.flatMap(\.codes).reduce(0) { $0 | Self.bit(of: self.number(of: $1)) }
    parts.append(Part(number: number, reported: reported, firstCode: first, endCode: notSeparately.count))
  }

  /// Removes all parts.
  mutating func removeAll() {
    parts.truncate(to: 0)
    notSeparately.truncate(to: 0)
    numbers.removeAll()
  }

  /// The number of the part with this index.
  subscript(index: Int) -> UInt32 { parts[index].number }

  /// Writes the numbers of parts and of their codes, except codes that another service reports.
  borrowing func write(_ indices: [Int], to key: inout PaddedBytes) {
    var seen: UInt64 = 0
    for index in indices {
      key.append(integer: parts[index].number)
      seen |= parts[index].reported
    }
    key.append(integer: .max)
    for index in indices {
      for code in parts[index].firstCode..<parts[index].endCode {
        let bit = Self.bit(of: notSeparately[code])
        if seen & bit == 0 { key.append(integer: notSeparately[code]) }
        seen |= bit
      }
    }
  }

  /// The bit of a code; 0 for codes past the 64th, which are always written.
  private static func bit(of code: UInt32) -> UInt64 { 1 << code }

  private mutating func number(of code: String) -> UInt32 {
    let number = codes[code] ?? UInt32(truncatingIfNeeded: codes.count)
    codes[code] = number
    return number
  }
}
