/// A position in a claim file.
package struct SourcePosition: Hashable, Sendable {
  /// The line, from 1.
  package var line = 1
  /// The column in bytes, from 1.
  package var column = 1
  /// The segment number in an X12 file, from 1; 0 in other files.
  package var segment = 0

  /// Creates the position of the beginning of a file.
  package init() {}

  /// Creates a position.
  package init(line: Int, column: Int = 1, segment: Int = 0) {
    (self.line, self.column, self.segment) = (line, column, segment)
  }
}
