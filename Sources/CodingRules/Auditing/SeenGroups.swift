/// The groups that a sorted file has had, as far as memory of a fixed size holds them.
struct SeenGroups {
  /// How many groups are remembered of an ordinary file.
  static let usual = 1 << 13

  /// A group's slot holds the last group with the same lowest bits.
  private var slots: [Int]
  private var hasReturned = false

  /// - Parameter capacity: A power of two.
  init(capacity: Int) { slots = Array(repeating: 0, count: capacity) }

  /// Whether the group is remembered, as the first of all; from now on it is.
  mutating func isFirstToReturn(_ group: Int) -> Bool {
    let slot = group & (slots.count - 1)
    defer { slots[slot] = group }
    guard slots[slot] == group, !hasReturned else { return false }
    hasReturned = true
    return true
  }
}

extension AuditFinding {
  /// The name of the check of the order of a file.
  package static let orderCheck = "file-order"

  /// A finding about a file whose lines are not sorted, as it was said that they are.
  init(unsortedAt line: AuditLine, _ claim: Span<UInt8>, order: Int) {
    self.init(
      check: Self.orderCheck, severity: .error, claim: claim.text,
      line: line.number, position: line.position, codes: [], day: line.day,
      what: "the lines of a patient are not together",
      why: "With --sorted only lines that follow each other are compared, so findings may be missing.",
      action: "Sort the file by patient, or leave --sorted out.", sources: [], other: nil, related: [],
      order: order)
  }
}
