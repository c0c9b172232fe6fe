import ClaimFiles
import CodingRules
import StrictJSON

/// The layout of an output row: parts copied from the input row, texts shared by all rows, and
/// parts rendered from the result.
struct ResultLayout: Sendable {
  /// A column, or a group of columns, of the output.
  enum Column {
    /// All columns or members of the input row, unchanged.
    case row(names: [String])
    /// One column of the input.
    case input(name: String, column: Int)
    /// One added column.
    case added(ResultColumn)
    /// The default columns as an object, or the full advice.
    case advice
  }

  /// A part of an output row.
  enum Part: BitwiseCopyable {
    /// A range of `shared`.
    case shared(start: Int, end: Int)
    /// The input row; for an object, without its closing brace but with a comma if it has members.
    case row
    /// The value of one column.
    case cell(Int)
    /// The next part rendered from the result.
    case rendered
  }

  /// The output format.
  let format: RowFormat
  /// The parts in order.
  let parts: [Part]
  /// The texts that all rows share.
  let shared: [UInt8]
  /// The columns rendered from a result, in order.
  private let rendered: [Column]
  /// The column names for the header row of a delimited file.
  let header: [String]
  /// Whether input rows are copied unchanged.
  let copiesRows: Bool
  /// Whether a row has a single cell, which must not be written as a blank line.
  let isSingleCell: Bool
  /// The line break of a delimited file.
  let lineBreak: [UInt8]
  /// Whether to write the full advice.
  let isFull: Bool
  /// The text before and after the date in full advice; the text after it differs for rows and visits.
  let dateContext: (before: [UInt8], after: [[UInt8]])
  private let defaults: [ResultColumn]
  private let edition: Edition

  /// Creates a layout with these columns.
  init(_ columns: [Column], _ format: BatchFormat, lineBreak: [UInt8]) {
    (self.format, isFull, self.lineBreak) = (format.output, format.isFull, lineBreak)
    (defaults, edition) = (format.defaultColumns, format.edition)
    let format = format.output
    let quote = format == .jsonl ? "\"" : "\"\""
    dateContext = (
      Array("\(quote)date\(quote):\(quote)".utf8),
      ["report", "surgery"].map { Array("\(quote),\(quote)\($0)\(quote)".utf8) }
    )
    header = columns.flatMap(\.names)
    isSingleCell = format != .jsonl && header.count == 1
    copiesRows = columns.contains(where: \.isRow)
    rendered = columns.filter { column in
      switch column {
      case .row, .input: false
      case .added, .advice: true
      }
    }
    var shared: [UInt8] = []
    var parts: [Part] = []
    /// Adds a part and the text before it.
    func add(_ text: [UInt8], _ part: Part?) {
      if !text.isEmpty { parts.append(.shared(start: shared.count, end: shared.count + text.count)) }
      shared += text
      if let part { parts.append(part) }
    }
    var last: Column?
    for column in columns {
      add(Self.text(before: column, after: last, format), column.part)
      last = column
    }
    add(format == .jsonl ? Array("}\n".utf8) : lineBreak, nil)
    (self.shared, self.parts) = (shared, parts)
  }

  /// The text before a column: a delimiter, or a brace or comma and the key.
  private static func text(before column: Column, after last: Column?, _ format: RowFormat) -> [UInt8] {
    if let delimiter = format.delimiter { return last == nil ? [] : [delimiter] }
    if column.isRow { return [] }
    var key = last.map { $0.isRow ? [] : [UInt8(ascii: ",")] } ?? [UInt8(ascii: "{")]
    appendJSONString(column.names[0], to: &key)
    return key + [UInt8(ascii: ":")]
  }

  /// The number of parts rendered from a result.
  var renderedCount: Int { rendered.count }

  /// Renders a part of a result.
  func write(_ index: Int, of result: RowResult, to sink: inout ByteSink) {
    switch (rendered[index], format.delimiter) {
    case (.added(let column), let delimiter?): sink.append(delimited: column.text(result, edition), delimiter)
    case (.added(let column), nil): sink.append(column.json(result, edition).bytes(.compact))
    case (_, let delimiter):
      let advice = advice(result)
      if let delimiter {
        sink.appendCell(PaddedBytes(advice), 0..<advice.count, delimiter)
      } else {
        sink.append(advice)
      }
    }
  }

  /// Renders the full advice, or the default columns as an object.
  func advice(_ result: RowResult) -> [UInt8] {
    if isFull { return result.full.bytes(.compact) }
    return JSON.object(defaults.map { (key: $0.rawValue, value: $0.json(result, edition)) }).bytes(.compact)
  }
}

extension ResultLayout.Column {
  /// Creates the added column with a name.
  init?(added name: String) {
    if name == ResultColumn.advice {
      self = .advice
    } else if let column = ResultColumn(rawValue: name) {
      self = .added(column)
    } else {
      return nil
    }
  }

  /// The names in the output.
  var names: [String] {
    switch self {
    case .row(let names): names
    case .input(let name, _): [name]
    case .added(let column): [column.rawValue]
    case .advice: [ResultColumn.advice]
    }
  }

  fileprivate var isRow: Bool { if case .row = self { true } else { false } }

  fileprivate var part: ResultLayout.Part {
    switch self {
    case .row: .row
    case .input(_, let column): .cell(column)
    case .added, .advice: .rendered
    }
  }
}
