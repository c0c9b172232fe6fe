import ClaimFiles
import CodingRules
import StrictJSON

/// What each row of the result holds: parts copied from the row, texts that all results share, and what each has of
/// its own.
struct ResultLayout: Sendable {
  /// A column of the result, or several.
  enum Column {
    /// All columns of the input as they are; of an object, all its members.
    case row(names: [String])
    /// One column of the input.
    case input(name: String, column: Int)
    /// One that batch adds.
    case added(ResultColumn)
    /// What batch says as one object: in short, or the whole advice.
    case advice
  }

  /// A part of a row of the result.
  enum Part: BitwiseCopyable {
    /// Bytes of `shared`, which are the same in all rows.
    case shared(start: Int, end: Int)
    /// The whole row; of an object all but the closing brace, and a comma where it has members.
    case row
    /// The value of one column.
    case cell(Int)
    /// The next part that the result has of its own.
    case own
  }

  /// How the result is written.
  let format: RowFormat
  /// The parts, in order.
  let parts: [Part]
  /// The texts that all rows share.
  let shared: [UInt8]
  /// What each result has of its own, in order: a column of its own, or nil for the advice.
  private let own: [ResultColumn?]
  /// The names of the columns, for the first row of a delimited file.
  let header: [String]
  /// Whether rows are copied as they are.
  let copiesRows: Bool
  /// Whether a row is one cell, so that an empty one would be no row.
  let isSingleCell: Bool
  /// What ends a row of a delimited file.
  let lineBreak: [UInt8]
  /// Whether the whole advice is wanted.
  let isFull: Bool
  /// What is before and after the date of service in a whole advice; after it, in that of a row or of a visit.
  let aroundDay: (before: [UInt8], after: [[UInt8]])
  private let usual: [ResultColumn]
  private let edition: Edition

  /// Lays out a row.
  init(_ columns: [Column], _ format: BatchFormat, lineBreak: [UInt8]) {
    (self.format, isFull, self.lineBreak) = (format.output, format.isFull, lineBreak)
    (usual, edition) = (format.usualColumns, format.edition)
    let format = format.output
    let quote = format == .jsonl ? "\"" : "\"\""
    aroundDay = (
      Array("\(quote)date\(quote):\(quote)".utf8),
      ["report", "surgery"].map { Array("\(quote),\(quote)\($0)\(quote)".utf8) }
    )
    header = columns.flatMap(\.names)
    isSingleCell = format != .jsonl && header.count == 1
    copiesRows = columns.contains(where: \.isRow)
    own = columns.compactMap { column in
      switch column {
      case .row, .input: nil
      case .added(let column): .some(column)
      case .advice: .some(nil)
      }
    }
    var shared: [UInt8] = []
    var parts: [Part] = []
    /// Adds a part, and the text before it.
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

  /// What is written before a column: a delimiter, or an object's opening brace or comma and the key.
  private static func text(before column: Column, after last: Column?, _ format: RowFormat) -> [UInt8] {
    if let delimiter = format.delimiter { return last == nil ? [] : [delimiter] }
    if column.isRow { return [] }
    var key = last.map { $0.isRow ? [] : [UInt8(ascii: ",")] } ?? [UInt8(ascii: "{")]
    appendJSONString(column.names[0], to: &key)
    return key + [UInt8(ascii: ":")]
  }

  /// How many parts each result has of its own.
  var ownCount: Int { own.count }

  /// Writes a part that a result has of its own.
  func write(_ index: Int, of result: RowResult, to sink: inout ByteSink) {
    switch (own[index], format.delimiter) {
    case (let column?, let delimiter?): sink.append(delimited: column.text(result, edition), delimiter)
    case (let column?, nil): sink.append(column.json(result, edition).bytes(.compact))
    case (nil, let delimiter):
      let advice = advice(result)
      if let delimiter {
        sink.appendCell(PaddedBytes(advice), 0..<advice.count, delimiter)
      } else {
        sink.append(advice)
      }
    }
  }

  /// The whole advice, or the usual columns as one object.
  func advice(_ result: RowResult) -> [UInt8] {
    if isFull { return result.full.bytes(.compact) }
    return JSON.object(usual.map { (key: $0.rawValue, value: $0.json(result, edition)) }).bytes(.compact)
  }
}

extension ResultLayout.Column {
  /// The column that batch adds under a name; nil when it adds none of that name.
  init?(added name: String) {
    if name == ResultColumn.advice {
      self = .advice
    } else if let column = ResultColumn(rawValue: name) {
      self = .added(column)
    } else {
      return nil
    }
  }

  /// The names that it has in the result.
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
    case .added, .advice: .own
    }
  }
}
