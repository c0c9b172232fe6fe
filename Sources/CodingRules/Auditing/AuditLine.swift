/// A service line of a claim, as seen by an audit.
package struct AuditLine: Sendable {
  /// The procedure code; nil if it is missing or unreadable.
  package var code: ClaimCode?
  /// The date of service; nil if it is missing or unreadable.
  package var day: CalendarDay?
  /// An opaque number shared by the lines of one patient and payer. A line without one is not
  /// compared with others.
  package var group: Int?
  /// The number of units; 0 if unreadable, which counts as one.
  package var units = 1
  /// The details given about the line.
  package var facts: LineFacts = []
  /// The areas of the mouth.
  package var areas: MouthAreas = []
  /// Whether the work is only planned, so that no date is expected, and only planned work is compared.
  package var isPlanned = false
  /// What the file states in a form that cannot be read.
  package var unreadable: UnreadableParts = []
  /// Its 1-based number in the claim; 0 if the file does not number lines.
  package var number = 0
  /// Its position in the file.
  package var position: ClaimPosition

  /// Creates a line.
  package init(code: ClaimCode?, day: CalendarDay?, group: Int?, position: ClaimPosition) {
    (self.code, self.day, self.group, self.position) = (code, day, group, position)
  }
}

/// The parts of a claim line that are present but unreadable.
package struct UnreadableParts: OptionSet, BitwiseCopyable, Sendable {
  package let rawValue: UInt8
  package static let code = UnreadableParts(rawValue: 1)
  package static let date = UnreadableParts(rawValue: 2)

  package init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A position in a claim file.
package struct ClaimPosition: Hashable, Sendable {
  /// The 1-based line.
  package let line: Int
  /// The 1-based column, in bytes.
  package let column: Int
  /// The 1-based segment of an X12 file; 0 in other files.
  package let segment: Int

  /// Creates a position.
  package init(line: Int, column: Int = 1, segment: Int = 0) {
    (self.line, self.column, self.segment) = (line, column, segment)
  }
}
