package import StrictJSON

/// The header row of a delimited file.
package struct DelimitedHeader: Sendable {
  /// The column names in order, unquoted.
  package let names: [String]
  /// The row as written, without its line break.
  package let bytes: [UInt8]
  /// The line break of the file.
  package let lineBreak: LineBreak
  /// The offset of the next row.
  package let next: Int
  /// The number of lines before that row.
  package let lines: Int

  /// Reads the first nonblank row of terminated bytes; nil if there is none.
  ///
  /// - Parameter lines: The number of lines before the bytes; increased by those read.
  package init?(
    _ bytes: borrowing PaddedBytes, format: RowFormat, lineBreak: LineBreak, lines: inout Int
  ) throws(InputError) {
    var counter = DelimitedReader(columns: [], format: format, lineBreak: lineBreak)
    var (offset, line) = (0, 0)
    repeat {
      guard offset < bytes.count else { return nil }
      counter.read(bytes, at: offset)
      offset = counter.row.next
      line = lines + 1
      lines += counter.row.lines
    } while counter.row.isBlank
    func fault(_ fault: RowFault) -> InputError { .header(fault, line: line) }
    if let other = counter.fault, other != .cellCount(found: counter.found, expected: 0) {
      throw fault(other)
    }
    let (row, count) = (counter.row, counter.found)
    guard bytes.isUTF8(row.start..<row.end) else { throw fault(.notUTF8) }
    guard count <= Row.maxColumns, row.end - row.start <= Row.maxNameBytes else { throw fault(.tooWide) }
    let columns = [RowColumn](repeating: RowColumn(name: "", meaning: -1), count: count)
    var reader = DelimitedReader(columns: columns, format: format, lineBreak: lineBreak)
    reader.read(bytes, at: row.start)
    var names: [String] = []
    for column in 0..<count { names.append(reader.value(column).text(in: bytes)) }
    self.names = names
    self.bytes = bytes.bytes(row.start..<row.end)
    (self.lineBreak, next, self.lines) = (lineBreak, row.next, lines)
  }

  /// The first duplicate name.
  package var repeatedName: String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}

extension RowSource {
  /// Reads the header of a delimited file; nil if the input is empty.
  package func readHeader() throws(InputError) -> DelimitedHeader? {
    var chunk = PaddedBytes()
    var lines = 0
    while let content = try next(&chunk) {
      if content == .tooLong { throw .header(.tooLong, line: lines + 1) }
      let lineBreak = lineBreak ?? .lf
      if let header = try DelimitedHeader(chunk, format: format, lineBreak: lineBreak, lines: &lines) {
        chunk.removeFirst(header.next)
        peeked.append(chunk, from: 0, to: chunk.count)
        return header
      }
    }
    return nil
  }
}
