package import ClaimFiles
import CodingRules
import StrictJSON

/// Why the columns of a batch cannot be had.
package enum HeaderProblem: Error {
  case repeatedColumn(String, line: Int)
  /// A column of the input has the name of one that the result adds.
  case reservedColumn(String)
  /// A flag names a column that the input does not have.
  case unknownColumn(String, flag: String, suggestion: String?)
}

/// What must be known before the first row is advised on: the columns of the input and of the result.
package struct BatchHeader: Sendable {
  let format: BatchFormat
  let lineBreak: LineBreak
  /// What each row of the result holds.
  let layout: ResultLayout
  /// The first row of a delimited result; empty for JSON Lines.
  package let firstRow: [UInt8]
  /// The names of the input's columns; of JSON Lines, of those that the result has one by one.
  let known: [String]
  /// The names that no key may have, since a column of the result has them.
  let reserved: Set<String>
  /// The names of the first row's keys, when they are the result's columns.
  private(set) var listed: Set<String>?
  /// The keys of JSON Lines by which rows are one visit, where they are not among those.
  private(set) var visitBy: [String] = []
  /// The numbers of the columns by which rows are one visit.
  private(set) var visitColumns: [Int] = []
  /// How many lines there are before the first row.
  package let lines: Int

  /// Takes the names from the header row, or from the keys of the first row of JSON Lines.
  package init(
    _ format: BatchFormat, _ header: DelimitedHeader?, firstKeys: [String], _ profile: BatchProfile
  ) throws(HeaderProblem) {
    if let header {
      try self.init(format, header, profile)
    } else {
      try self.init(format, firstKeys: firstKeys, profile)
    }
  }

  /// Takes the names from the header row of a delimited file.
  private init(
    _ format: BatchFormat, _ header: DelimitedHeader, _ profile: BatchProfile
  ) throws(HeaderProblem) {
    let names = header.names
    for (column, flag) in profile.wanted
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
      try format.columns.map { chosen throws(HeaderProblem) in try Self.columns(chosen, of: names) }
      ?? (isCopied ? [.row(names: names)] : Self.inputs(names)) + format.added
    layout = ResultLayout(columns, format, lineBreak: header.lineBreak.bytes)
    firstRow = Self.firstRow(layout, copied: isCopied ? (header.bytes, names.count) : nil)
  }

  /// Takes the columns of JSON Lines: those that were chosen, or where the result needs names, the keys of the first row.
  private init(
    _ format: BatchFormat, firstKeys: [String], _ profile: BatchProfile
  ) throws(HeaderProblem) {
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
  ) throws(HeaderProblem) -> [ResultLayout.Column] {
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

  /// The first row of the result.
  ///
  /// - Parameter copied: The first row of the input and how many names it has, if the result begins with the same.
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
