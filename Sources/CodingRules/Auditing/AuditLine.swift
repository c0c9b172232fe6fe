/// A service line of a claim, as an audit sees it.
package struct AuditLine: Sendable {
  /// The procedure code; nil when it has no form of a code.
  package var code: ClaimCode?
  /// The date of service; nil when there is none that can be read.
  package var day: CalendarDay?
  /// Lines with the same number are one patient's and go to the same payer; it says nothing about who that is. A line
  /// without is compared with no other.
  package var group: Int?
  /// How many units; 0 when they cannot be read, and then counted as one.
  package var units = 1
  /// What is said about the line.
  package var facts: LineFacts = []
  /// The areas of the mouth.
  package var areas: MouthAreas = []
  /// Whether the work is planned and not done, so that no date is expected.
  package var isPlanned = false
  /// Its number in the claim, from 1; 0 when the file does not number lines.
  package var number = 0
  /// Where it is in the file.
  package var position: ClaimPosition

  /// Creates a line.
  package init(code: ClaimCode?, day: CalendarDay?, group: Int?, position: ClaimPosition) {
    (self.code, self.day, self.group, self.position) = (code, day, group, position)
  }
}

/// A position in a file of claims.
package struct ClaimPosition: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column in bytes, from 1.
  package let column: Int
  /// The segment of an X12 file, from 1; 0 in other files.
  package let segment: Int

  /// Creates a position.
  package init(line: Int, column: Int = 1, segment: Int = 0) {
    (self.line, self.column, self.segment) = (line, column, segment)
  }
}
