import ClaimFiles
import CodingRules
import StrictJSON

/// What services add to the result of their visit in short, as numbers: visits with the same numbers have the same result.
struct VisitParts: ~Copyable {
  /// A service's part: a number for all but the codes that are not separately reportable, and these.
  private struct Part: BitwiseCopyable {
    let number: UInt32
    /// The codes that it reports.
    let reported: UInt64
    /// Where its codes that are not separately reportable begin among those of all parts, and end.
    let firstCode: Int
    let endCode: Int
  }

  /// All that a service adds but those codes.
  private struct Content: Hashable {
    let topic: String
    let lines: [AdviceSummary.Line]
    let claimLines: [ClaimLine]
    let includedIn: [String]
    let nothing: [String]
    let lapsed: [String]
    let sentences: [String]
    let marks: RowMarks
  }

  private var parts = UncheckedList<Part>()
  private var notSeparately = UncheckedList<UInt32>()
  private var numbers: [Content: UInt32] = [:]
  /// How many numbers there were; after `removeAll` others follow.
  private var numberCount: UInt32 = 0
  /// The codes by number, which stays theirs.
  private var codes: [String: UInt32] = [:]

  /// Adds the part of a service.
  mutating func add(_ service: AdviceSummary, _ lines: [ClaimLine]) {
    let content = Content(
      topic: service.topic, lines: service.lines, claimLines: lines, includedIn: service.includedIn,
      nothing: service.nothing, lapsed: service.lapsed, sentences: service.sentences, marks: service.marks)
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

  /// Writes the numbers of the parts with these indices; codes that a service of the visit reports are not among them.
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

  /// The bit of a code among those that were seen; none for one code too many, which is always written.
  private static func bit(of code: UInt32) -> UInt64 { 1 << code }

  private mutating func number(of code: String) -> UInt32 {
    let number = codes[code] ?? UInt32(truncatingIfNeeded: codes.count)
    codes[code] = number
    return number
  }
}
