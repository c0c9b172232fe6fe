public import StrictJSON

/// A row where it stands in the bytes of its chunk, all places counted from the chunk's first byte.
public struct Row: Sendable {
  /// How many columns, or keys, a row has at most.
  public static let mostColumns = 5_000
  /// How many bytes the names of a row's columns take at most, as they are written: up to the values, or the delimiters.
  public static let mostNameBytes = 1 << 18

  /// The first byte.
  public internal(set) var start = 0
  /// The byte after the last cell, or the closing brace.
  public internal(set) var end = 0
  /// The first byte of the next row.
  public internal(set) var next = 0
  /// How many lines it takes.
  public internal(set) var lines = 1
  /// Whether nothing stands in it; such a row does not count.
  public internal(set) var isBlank = false
  /// Whether it is not well-formed.
  public internal(set) var isFaulty = false
}

/// Reads rows one by one and tells where their values stand.
public protocol RowReader: ~Copyable, SendableMetatype {
  /// How the rows are written.
  var format: RowFormat { get }
  /// The columns known so far.
  var columns: [RowColumn] { get }
  /// The row that was read last.
  var row: Row { get }
  /// What is wrong with it; nil when it is well-formed.
  var fault: RowFault? { get }
  /// The values of that row, in order; they stay until the next is read.
  var values: UnsafeBufferPointer<Cell> { get }

  /// The value of a column in the row that was read last; nil when the row has none.
  func cell(_ column: Int) -> Cell?
  /// Reads the row that begins at a place; it ends at the limit at the latest, where a line break must stand.
  ///
  /// At least sixteen bytes behind the limit must be readable.
  mutating func read(_ bytes: UnsafePointer<UInt8>, at start: Int, limit: Int)
  /// Takes a row that cannot be read at all, as one without values.
  mutating func refuse(_ fault: RowFault)
}

extension Row {
  /// Whether the row is UTF-8.
  public func isUTF8(_ bytes: UnsafePointer<UInt8>) -> Bool {
    if bytes.first(from: start, limit: end, where: notASCII) == end { return true }
    return String(validating: UnsafeBufferPointer(start: bytes + start, count: end - start), as: UTF8.self)
      != nil
  }
}

/// Why a row is not well-formed.
public enum RowFault: Error, Equatable, Sendable {
  /// The line is not strict JSON; the column counts Unicode scalars from 1.
  case notJSON(JSONError.Kind, column: Int)
  /// The line holds another JSON value than an object.
  case notAnObject
  /// The row has more or fewer cells than the first row has names.
  case cellCount(found: Int, expected: Int)
  /// A quote stands inside a cell, or text behind a closing quote; the column counts from 0.
  case strayQuote(column: Int)
  /// A quote is opened and never closed; the column counts from 0.
  case unclosedQuote(column: Int)
  /// The row is not UTF-8, and the result must be.
  case notUTF8
  /// The row is longer than what is read at once.
  case tooLong
  /// The row has more columns, or keys, than are read, or their names are too long.
  case tooWide
}

/// A column of a delimited file, or a key of JSON Lines.
public struct RowColumn: Sendable {
  /// The name, as written but for quotes and escapes.
  public let name: String
  /// What the caller made of the name; negative for nothing.
  public let meaning: Int

  /// Creates a column.
  public init(name: String, meaning: Int) {
    self.name = name
    self.meaning = meaning
  }
}

/// One value of a row, where it stands.
@frozen public struct Cell: Sendable, BitwiseCopyable {
  /// What the span holds.
  @frozen public enum Form: UInt8, Sendable, BitwiseCopyable {
    /// The text itself.
    case plain
    /// A delimited cell's text, its quotes doubled; the outer quotes stand around the span.
    case quoted
    /// A JSON string's text with escapes; the outer quotes stand around the span.
    case escaped
    /// A malformed cell as it stands; well-formed only when it is put in quotes.
    case malformed
    /// A number, `true` or `false`.
    case literal
    /// `null`.
    case null
    /// A JSON array or object.
    case container
  }

  /// The first byte.
  public internal(set) var start: Int
  /// The byte after the last.
  public internal(set) var end: Int
  /// The column it belongs to.
  public internal(set) var column: Int32
  /// What the caller made of the column's name; negative for nothing.
  public internal(set) var meaning: Int32
  /// What the span holds.
  public internal(set) var form: Form

  /// Whether it says nothing: empty or null.
  @inlinable public var isEmpty: Bool { start == end || form == .null }
}
