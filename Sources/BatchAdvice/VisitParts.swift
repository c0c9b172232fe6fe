import ClaimFiles
import CodingRules
import StrictJSON

/// What services add to the result of their visit in short, as numbers: visits with the same numbers have the same result.
struct VisitParts: ~Copyable {
  /// A service's part; all of it but the codes that are not separately reportable is one number.
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
    let summary: AdviceSummary
    let lines: [ClaimLine]
  }

  private var parts = UncheckedList<Part>()
  private var notSeparately = UncheckedList<UInt32>()
  private var numbers: [Content: UInt32] = [:]
  /// How many numbers there were; after `removeAll` others follow.
  private var numberCount: UInt32 = 0
  /// The codes by number, which stays theirs.
  private var codes: [String: UInt32] = [:]

  /// Adds the part of a service.
  ///
  /// - Parameter isShared: Whether services that add the same have the same number.
  mutating func add(_ service: AdviceSummary, _ lines: [ClaimLine], isShared: Bool) {
    let first = notSeparately.count
    if isShared { for code in service.notSeparately { notSeparately.append(number(of: code)) } }
    let content = Content(summary: service.withoutExclusions, lines: lines)
    if !isShared || numbers[content] == nil {
      numberCount &+= 1
      numbers[content] = numberCount
    }
    let number = numbers[content] ?? numberCount
    let reported = service.lines.flatMap(\.codes).reduce(0) { $0 | Self.bit(of: self.number(of: $1)) }
    parts.append(Part(number: number, reported: reported, firstCode: first, endCode: notSeparately.count))
  }

  /// Removes all parts.
  mutating func removeAll() {
    parts.truncate(to: 0)
    notSeparately.truncate(to: 0)
    numbers.removeAll()
  }

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
