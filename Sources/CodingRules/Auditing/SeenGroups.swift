/// A fixed-size memory of the groups seen in a sorted file.
struct SeenGroups {
  /// The usual capacity.
  static let usual = 1 << 13

  /// The last group seen for each value of the lowest bits.
  private var slots: [Int]
  private var hasReturned = false

  /// - Parameter capacity: A power of two.
  init(capacity: Int) { slots = Array(repeating: 0, count: capacity) }

  /// Remembers a group; returns whether it is the first one to occur again.
  mutating func isFirstToReturn(_ group: Int) -> Bool {
    let slot = group & (slots.count - 1)
    defer { slots[slot] = group }
    guard slots[slot] == group, !hasReturned else { return false }
    hasReturned = true
    return true
  }
}

extension AuditFinding {
  /// The id of the check of a file's order.
  package static let orderCheck = "file-order"

  /// Creates a finding about a file that was declared sorted but is not.
  init(unsortedAt line: AuditLine, _ claim: Span<UInt8>, order: Int) {
    self.init(
      check: Self.orderCheck, severity: .error, claim: claim.text,
      line: line.number, position: line.position, day: line.day,
      what: "the lines of a patient are not together",
      why: "With --sorted only lines that follow each other are compared, so findings may be missing.",
      action: "Sort the file by patient, or leave --sorted out.", order: order)
  }
}
