/// The first row of a delimited file: the names of its columns.
public struct DelimitedHeader: Sendable {
  /// The names, in order, quotes undone.
  public let names: [String]
  /// The row as it stands, without its line break.
  public let bytes: [UInt8]
  /// What ends a row: a line feed, or a carriage return before it.
  public let lineBreak: [UInt8]
  /// The place of the row behind it.
  public let next: Int
  /// How many lines stand before that row.
  public let lines: Int

  /// Reads the first row that is not blank; nil when there is none.
  ///
  /// A line break must stand at the limit, and at least sixteen bytes behind it be readable.
  public init?(_ bytes: UnsafePointer<UInt8>, limit: Int, format: RowFormat) throws(RowFault) {
    var counter = DelimitedReader(columns: [], format: format)
    var (place, lines) = (0, 0)
    repeat {
      guard place < limit else { return nil }
      counter.read(bytes, at: place, limit: limit)
      place = counter.row.next
      lines += counter.row.lines
    } while counter.row.isBlank
    guard case .cellCount(let count, _) = counter.fault else { throw counter.fault ?? .notUTF8 }
    let row = counter.row
    guard count <= Row.mostColumns, row.end - row.start <= Row.mostNameBytes else { throw .tooWide }
    let columns = [RowColumn](repeating: RowColumn(name: "", meaning: -1), count: count)
    var reader = DelimitedReader(columns: columns, format: format)
    reader.read(bytes, at: row.start, limit: limit)
    names = (0..<count).map { reader.cell($0)?.text(in: bytes) ?? "" }
    self.bytes = Array(UnsafeBufferPointer(start: bytes + row.start, count: row.end - row.start))
    lineBreak = row.end + 1 < row.next ? [0x0D, 0x0A] : [0x0A]
    (next, self.lines) = (row.next, lines)
  }

  /// The first name that stands twice; nil when none does.
  public var repeatedName: String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}
