import ClaimFiles
import CodingRules
import StrictJSON

/// What each row of the result holds: parts copied from the row, and between them what is the same for the same advice.
struct ResultLayout {
  /// A column of the result, or several.
  enum Column {
    /// All columns of the input as they stand; of an object, all its members.
    case row(names: [String])
    /// One column of the input.
    case input(name: String, column: Int)
    /// One of ours.
    case ours(ResultColumn)
    /// What we say as one object: in short, or the whole advice.
    case advice
  }

  /// Something that is copied from the row.
  enum Part: Equatable {
    /// The whole row; of an object all but the closing brace, and a comma where members stand before.
    case row
    /// The value of one column.
    case cell(Int)
    /// The date of service.
    case day
  }

  fileprivate enum Piece {
    case text([UInt8])
    case part(Part)
    case ours(ResultColumn)
    /// The advice before its date of service.
    case adviceHead
    /// The advice behind it.
    case adviceTail
  }

  /// How the result is written.
  let format: RowFormat
  /// What is copied from the row, in order.
  let parts: [Part]
  /// The names of the columns, for the first row of a delimited file.
  let header: [String]
  /// Whether rows stand in the result as they are.
  let copiesRows: Bool
  /// Whether a row is one cell, so that an empty one would be no row.
  let isSingleCell: Bool
  /// What ends a row of a delimited file.
  let lineBreak: [UInt8]
  /// Whether the whole advice is wanted.
  let isFull: Bool
  /// What stands before, between and behind the parts, where it is the same for all results; nil where it is not.
  let shared: [[UInt8]?]
  /// What stands where it is not the same.
  private let own: [[Piece]]

  /// Lays out a row.
  init(_ columns: [Column], format: RowFormat, isFull: Bool, lineBreak: [UInt8]) {
    self.format = format
    self.isFull = isFull
    self.lineBreak = lineBreak
    header = columns.flatMap(\.names)
    let pieces =
      if let delimiter = format.delimiter {
        Self.cells(columns, delimiter) + [.text(lineBreak)]
      } else {
        Self.members(columns) + [.text(Array("}\n".utf8))]
      }
    parts = pieces.compactMap(\.part)
    let runs = pieces.split(omittingEmptySubsequences: false) { $0.part != nil }.map(Array.init)
    // The last is taken for its own, so that every result has something.
    shared = runs.dropLast().map(Self.text) + [nil]
    own = zip(runs, shared).filter { $0.1 == nil }.map(\.0)
    isSingleCell = format != .jsonl && header.count == 1
    copiesRows = columns.contains { if case .row = $0 { true } else { false } }
  }

  private static func cells(_ columns: [Column], _ delimiter: UInt8) -> [Piece] {
    columns.enumerated().flatMap { place, column in
      (place == 0 ? [] : [.text([delimiter])]) + column.pieces
    }
  }

  private static func members(_ columns: [Column]) -> [Piece] {
    var pieces: [Piece] = columns.first.map(\.isRow) == true ? [] : [.text(Array("{".utf8))]
    var needsComma = false
    for column in columns {
      if !column.isRow {
        var key = needsComma ? [UInt8(ascii: ",")] : []
        appendJSONString(column.names[0], to: &key)
        pieces.append(.text(key + [UInt8(ascii: ":")]))
        needsComma = true
      }
      pieces += column.pieces
    }
    return pieces
  }

  /// The bytes of pieces that are texts; nil when there are others.
  private static func text(_ run: [Piece]) -> [UInt8]? {
    run.reduce([]) { text, piece in
      if case .text(let more) = piece { text.map { $0 + more } } else { nil }
    }
  }

  /// What stands in a row with this result where nothing is shared, in order.
  func constants(_ result: RowResult) -> [[UInt8]] {
    let (head, tail) = parts.contains(.day) ? advice(result) : ([], [])
    return own.map { run in
      run.flatMap { piece -> [UInt8] in
        switch piece {
        case .text(let text): text
        case .part: []
        case .ours(let column):
          format.delimiter.map { cell(column.text(result), $0) } ?? column.json(result).bytes(.compact)
        case .adviceHead: head
        case .adviceTail: tail
        }
      }
    }
  }

  /// The advice before and behind its date of service.
  private func advice(_ result: RowResult) -> ([UInt8], [UInt8]) {
    var json = (isFull ? result.full : result.short).bytes(.compact)
    if let delimiter = format.delimiter { json = cell(String(decoding: json, as: UTF8.self), delimiter) }
    guard isFull, let day = result.day, let place = json.place(of: Array("\(day)".utf8)) else {
      return (json, [])
    }
    return (Array(json[..<place]), Array(json[(place + 10)...]))
  }

  private func cell(_ text: String, _ delimiter: UInt8) -> [UInt8] {
    var sink = ByteSink(capacity: 64)
    sink.append(delimited: text.utf8, delimiter)
    return Array(sink.bytes)
  }
}

extension ResultLayout.Column {
  /// The names that it has in the result.
  var names: [String] {
    switch self {
    case .row(let names): names
    case .input(let name, _): [name]
    case .ours(let column): [column.rawValue]
    case .advice: [ResultColumn.advice]
    }
  }

  fileprivate var isRow: Bool { if case .row = self { true } else { false } }

  fileprivate var pieces: [ResultLayout.Piece] {
    switch self {
    case .row: [.part(.row)]
    case .input(_, let column): [.part(.cell(column))]
    case .ours(let column): [.ours(column)]
    case .advice: [.adviceHead, .part(.day), .adviceTail]
    }
  }
}

extension ResultLayout.Piece {
  fileprivate var part: ResultLayout.Part? {
    if case .part(let part) = self { part } else { nil }
  }
}

extension [UInt8] {
  /// The first place where other bytes stand in these; nil when they do not.
  fileprivate func place(of other: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: other) }
  }
}
