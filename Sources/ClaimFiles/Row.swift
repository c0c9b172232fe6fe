public import StrictJSON

/// The extent of a row; all offsets are offsets in its buffer.
@usableFromInline package struct Row: Sendable {
  /// The maximum number of columns, or keys, of a row.
  package static let maxColumns = 5_000
  /// The maximum total length of a row's column names as written, in bytes.
  package static let maxNameBytes = 1 << 18

  /// The offset of the first byte.
  @usableFromInline package internal(set) var start = 0
  /// The offset past the last cell, or of the closing brace.
  @usableFromInline package internal(set) var end = 0
  /// The offset of the next row.
  @usableFromInline package internal(set) var next = 0
  /// The number of lines it spans.
  @usableFromInline package internal(set) var lines = 1
  /// Whether it is blank; blank rows are not counted.
  @usableFromInline package internal(set) var isBlank = false
  /// Whether it is malformed.
  @usableFromInline package internal(set) var isFaulty = false
}

/// Reads rows one at a time and locates their values.
@usableFromInline package protocol RowReader: ~Copyable, SendableMetatype {
  /// Whether the values of a row are always in column order.
  static var isInColumnOrder: Bool { get }
  /// The format of the rows.
  var format: RowFormat { get }
  /// The columns known so far.
  var columns: [RowColumn] { get }
  /// The row that was read last.
  var row: Row { get }
  /// The fault of that row; nil if it is well-formed.
  var fault: RowFault? { get }
  /// The number of values in that row.
  var valueCount: Int { get }

  /// The value at an index in that row.
  func value(_ index: Int) -> Cell
  /// The value of a column in that row; nil if the row has none.
  func cell(_ column: Int) -> Cell?
  /// The numbers of the objects in an array; empty if they are unknown. Equal numbers mean equal
  /// bytes; the same bytes may get a new number later.
  func objects(of cell: Cell) -> [Int]
  /// Reads the row at an offset of terminated bytes; the row ends there at the latest.
  mutating func read(_ bytes: borrowing PaddedBytes, at start: Int)
  /// Replaces the current row with an empty one that has a fault.
  mutating func reject(_ fault: RowFault)
}

extension RowReader where Self: ~Copyable {
  @inlinable package func objects(of cell: Cell) -> [Int] { [] }
}

/// A column of a delimited file, or a key of JSON Lines.
@usableFromInline package struct RowColumn: Sendable {
  /// The name, with quotes and escapes decoded.
  package let name: String
  /// The caller's meaning of the name; negative for none.
  package let meaning: Int

  /// Creates a column.
  package init(name: String, meaning: Int) {
    self.name = name
    self.meaning = meaning
  }
}

/// The range and form of a value in a row.
@usableFromInline package struct Cell: Sendable, BitwiseCopyable {
  /// The form of the bytes in a cell's range.
  @usableFromInline package enum Form: UInt8, Sendable, BitwiseCopyable {
    /// Plain text.
    case plain
    /// The text of a quoted delimited cell, with quotes doubled; the range excludes the outer quotes.
    case quoted
    /// The text of a JSON string with escapes; the range excludes the outer quotes.
    case escaped
    /// A malformed cell as written; must be quoted to be well-formed.
    case malformed
    /// A number, `true`, or `false`.
    case literal
    /// `null`.
    case null
    /// A JSON array or object.
    case container
  }

  /// The offset of the first byte.
  @usableFromInline package internal(set) var start: Int
  /// The offset past the last byte.
  @usableFromInline package internal(set) var end: Int
  /// The index of its column.
  @usableFromInline package internal(set) var column: Int32
  /// The caller's meaning of the column's name; negative for none.
  @usableFromInline package internal(set) var meaning: Int32
  /// The form of the bytes.
  @usableFromInline package internal(set) var form: Form

  /// Whether it is empty or null.
  @inlinable package var isEmpty: Bool { start == end || form == .null }
}
