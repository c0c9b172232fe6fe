public import StrictJSON

/// Where a row is in its buffer; all offsets are those of the buffer.
@usableFromInline package struct Row: Sendable {
  /// How many columns, or keys, a row has at most.
  package static let maxColumns = 5_000
  /// How many bytes the names of a row's columns take at most, as written: up to the values, or the delimiters.
  package static let maxNameBytes = 1 << 18

  /// The first byte.
  @usableFromInline package internal(set) var start = 0
  /// The byte after the last cell, or the closing brace.
  @usableFromInline package internal(set) var end = 0
  /// The first byte of the next row.
  @usableFromInline package internal(set) var next = 0
  /// How many lines it takes.
  @usableFromInline package internal(set) var lines = 1
  /// Whether it is empty; such a row does not count.
  @usableFromInline package internal(set) var isBlank = false
  /// Whether it is not well-formed.
  @usableFromInline package internal(set) var isFaulty = false
}

/// Reads rows one by one, and finds where their values are.
@usableFromInline package protocol RowReader: ~Copyable, SendableMetatype {
  /// Whether the values of a row are always in the order of their columns.
  static var isInColumnOrder: Bool { get }
  /// How the rows are written.
  var format: RowFormat { get }
  /// The columns known so far.
  var columns: [RowColumn] { get }
  /// The row that was read last.
  var row: Row { get }
  /// What is wrong with it; nil when it is well-formed.
  var fault: RowFault? { get }
  /// How many values it has.
  var valueCount: Int { get }

  /// One of its values, by its index.
  func value(_ index: Int) -> Cell
  /// The value of a column in the row that was read last; nil when the row has none.
  func cell(_ column: Int) -> Cell?
  /// The numbers of the objects that an array holds; none where they are not known. The same bytes have the same
  /// number, if not for ever; other bytes never have it.
  func objects(of cell: Cell) -> [Int]
  /// Reads the row that begins at an offset of terminated bytes; it ends with them at the latest.
  mutating func read(_ bytes: borrowing PaddedBytes, at start: Int)
  /// Makes a row without values of one that cannot be read at all.
  mutating func refuse(_ fault: RowFault)
}

extension RowReader where Self: ~Copyable {
  @inlinable package func objects(of cell: Cell) -> [Int] { [] }
}

/// Why a row is not well-formed.
@usableFromInline package enum RowFault: Error, Equatable, Sendable {
  /// The line is not strict JSON; the column is counted in Unicode scalars from 1.
  case notJSON(JSONError.Kind, column: Int)
  /// The line holds another JSON value than an object.
  case notAnObject
  /// The row has more or fewer cells than the first row has names.
  case cellCount(found: Int, expected: Int)
  /// A quote inside a cell, or text after a closing quote; columns are counted from 0.
  case strayQuote(column: Int)
  /// A quote that is never closed; columns are counted from 0.
  case unclosedQuote(column: Int)
  /// The row is not UTF-8, and the result must be.
  case notUTF8
  /// The row is longer than what is read at once.
  case tooLong
  /// The row has more columns, or keys, than are read, or their names are too long.
  case tooWide
}

/// A column of a delimited file, or a key of JSON Lines.
@usableFromInline package struct RowColumn: Sendable {
  /// The name, without quotes and escapes.
  package let name: String
  /// What the caller made of the name; negative for nothing.
  package let meaning: Int

  /// Creates a column.
  package init(name: String, meaning: Int) {
    self.name = name
    self.meaning = meaning
  }
}

/// Where a value of a row is, and how it is written.
@usableFromInline package struct Cell: Sendable, BitwiseCopyable {
  /// What the span holds.
  @usableFromInline package enum Form: UInt8, Sendable, BitwiseCopyable {
    /// The text itself.
    case plain
    /// A delimited cell's text, its quotes doubled; the outer quotes are around the span.
    case quoted
    /// A JSON string's text with escapes; the outer quotes are around the span.
    case escaped
    /// A malformed cell as it is; well-formed only when it is put in quotes.
    case malformed
    /// A number, `true` or `false`.
    case literal
    /// `null`.
    case null
    /// A JSON array or object.
    case container
  }

  /// The first byte.
  @usableFromInline package internal(set) var start: Int
  /// The byte after the last.
  @usableFromInline package internal(set) var end: Int
  /// The column it belongs to.
  @usableFromInline package internal(set) var column: Int32
  /// What the caller made of the column's name; negative for nothing.
  @usableFromInline package internal(set) var meaning: Int32
  /// What the span holds.
  @usableFromInline package internal(set) var form: Form

  /// Whether it is empty or null.
  @inlinable package var isEmpty: Bool { start == end || form == .null }
}
