/// The lines that checks across lines need, kept until their group is complete.
struct KeptLines {
  /// A kept line.
  struct Line {
    let group: Int
    /// The day in days since 1970; `.min` for none.
    let day: Int32
    let profile: Int32
    let units: Int32
    /// The number in the claim.
    let number: Int32
    /// The order in the file.
    let order: Int
    let position: ClaimPosition
    fileprivate let claimStart: Int
    fileprivate let claimCount: Int

    /// Whether the first has an earlier group, day or order in the file.
    static func precedes(_ first: Line, _ second: Line) -> Bool {
      (first.group, first.day, first.order) < (second.group, second.day, second.order)
    }
  }

  private(set) var lines: [Line] = []
  private var claims: [UInt8] = []

  var isEmpty: Bool { lines.isEmpty }

  mutating func add(_ line: AuditLine, group: Int, profile: Int, order: Int, claim: Span<UInt8>) {
    let start = claims.count
    unsafe claim.withUnsafeBufferPointer { unsafe claims.append(contentsOf: $0) }
    lines.append(
      Line(
        group: group, day: line.day.map { Int32($0.daysSince1970) } ?? .min, profile: Int32(profile),
        units: Int32(clamping: max(1, line.units)), number: Int32(clamping: line.number), order: order,
        position: line.position, claimStart: start, claimCount: claim.count))
  }

  /// Sorts the lines by group, day and file order.
  mutating func sort() {
    let isSorted = lines.indices.dropFirst().allSatisfy { !Line.precedes(lines[$0], lines[$0 - 1]) }
    if !isSorted { lines.sort(by: Line.precedes) }
  }

  /// Returns the id of a line's claim.
  func claim(of line: Line) -> String {
    String(decoding: claims[line.claimStart..<(line.claimStart + line.claimCount)], as: UTF8.self)
  }

  mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
  }
}
