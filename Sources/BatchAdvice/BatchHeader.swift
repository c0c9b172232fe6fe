import ClaimFiles
import CodingRules
import StrictJSON

/// The columns of the input and output, fixed before the first row.
package struct BatchHeader: Sendable {
  let format: BatchFormat
  let lineBreak: LineBreak
  /// The layout of an output row.
  let layout: ResultLayout
  /// The header row of delimited output; empty for JSON Lines.
  package let firstRow: [UInt8]
  /// The names of the input columns; for JSON Lines, of those copied individually to the output.
  let known: [String]
  /// The names of added columns, which no key may have.
  let reserved: Set<String>
  /// The keys of the first row, if they are the output columns.
  private(set) var listed: Set<String>?
  /// The JSON Lines keys that group rows into visits, except those in `known`.
  private(set) var visitBy: [String] = []
  /// The indices of the columns that group rows into visits.
  private(set) var visitColumns: [Int] = []
  /// The number of lines before the first row.
  package let lines: Int

  /// Takes the names from the header row of a delimited file.
  init(
    _ format: BatchFormat, _ header: DelimitedHeader, _ profile: BatchProfile
  ) throws(BatchInputError) {
    let names = header.names
    for (column, flag) in profile.required
    where !names.contains(where: { ColumnMeanings.key($0) == ColumnMeanings.key(column) }) {
      throw .unknownColumn(column, flag: flag, suggestion: nearestName(to: column, among: names))
    }
    (self.format, lineBreak) = (format, header.lineBreak)
    lines = header.lines
    if let name = header.repeatedName { throw .repeatedColumn(name, line: self.lines) }
    reserved = format.reserved
    if let name = names.first(where: reserved.contains) { throw .reservedColumn(name) }
    known = names
    visitColumns = profile.visitBy.compactMap { column in
      names.firstIndex { ColumnMeanings.key($0) == ColumnMeanings.key(column) }
    }
    let isCopied = format.columns == nil && format.input == format.output
    let columns =
      try format.columns.map { chosen throws(BatchInputError) in try Self.columns(chosen, of: names) }
      ?? (isCopied ? [.row(names: names)] : Self.inputs(names)) + format.added
    layout = ResultLayout(columns, format, lineBreak: header.lineBreak.bytes)
    firstRow = Self.firstRow(layout, copied: isCopied ? (header.bytes, names.count) : nil)
  }

  /// Determines the columns of JSON Lines: those chosen or, for delimited output, the keys of the
  /// first row.
  init(
    _ format: BatchFormat, firstKeys: [String], _ profile: BatchProfile
  ) throws(BatchInputError) {
    (self.format, lineBreak) = (format, .lf)
    lines = 0
    reserved = format.reserved
    let columns: [ResultLayout.Column]
    if let chosen = format.columns {
      known = chosen.filter { ResultLayout.Column(added: $0) == nil }
      columns = try Self.columns(chosen, of: known)
    } else if format.output == .jsonl {
      known = []
      columns = [.row(names: [])] + format.added
    } else {
      known = firstKeys
      if let name = known.first(where: reserved.contains) { throw .reservedColumn(name) }
      listed = Set(known)
      columns = Self.inputs(known) + format.added
    }
    layout = ResultLayout(columns, format, lineBreak: LineBreak.lf.bytes)
    firstRow = Self.firstRow(layout, copied: nil)
    visitBy = profile.visitBy.filter { !known.contains($0) }
    visitColumns = profile.visitBy.compactMap((known + visitBy).firstIndex)
  }

  private static func columns(
    _ chosen: [String], of names: [String]
  ) throws(BatchInputError) -> [ResultLayout.Column] {
    var columns: [ResultLayout.Column] = []
    for name in chosen {
      if let added = ResultLayout.Column(added: name) {
        columns.append(added)
      } else if let column = names.firstIndex(of: name) {
        columns.append(.input(name: name, column: column))
      } else {
        let known = names + ResultColumn.allCases.map(\.rawValue)
        throw .unknownColumn(name, flag: "--columns", suggestion: nearestName(to: name, among: known))
      }
    }
    return columns
  }

  private static func inputs(_ names: [String]) -> [ResultLayout.Column] {
    names.enumerated().map { .input(name: $1, column: $0) }
  }

  /// Renders the header row of the output.
  ///
  /// - Parameter copied: The input's header row and its column count, if the output begins with it.
  private static func firstRow(_ layout: ResultLayout, copied: (bytes: [UInt8], count: Int)?) -> [UInt8] {
    guard let delimiter = layout.format.delimiter else { return [] }
    var sink = ByteSink(capacity: 256)
    if let copied { sink.append(copied.bytes) }
    for (index, name) in layout.header.enumerated().dropFirst(copied?.count ?? 0) {
      if index > 0 { sink.append(delimiter) }
      sink.append(delimited: name, delimiter)
    }
    sink.append(layout.lineBreak)
    return sink.bytes.bytes(0..<sink.count)
  }
}
