import ClaimFiles
import CodingRules

/// What must be known before the first row is advised on: the columns of the input and of the result.
struct BatchHead {
  /// What each row of the result holds; nil when the input is empty.
  private(set) var layout: ResultLayout?
  /// The first row of a delimited result; empty for JSON Lines.
  private(set) var firstRow: [UInt8] = []
  /// The names of the input's columns; of JSON Lines, of those that the result has one by one.
  private(set) var known: [String] = []
  /// The names that no key may have, since a column of the result has them.
  private(set) var taken: Set<String> = []
  /// The names of the first row's keys, when they are the result's columns.
  private(set) var home: Set<String>?
  /// How many lines stand before the first row.
  private(set) var lines = 0

  /// Reads as much of the source as is needed; its rows stay.
  init(_ batch: BatchJob, _ source: RowSource) throws(Failure) {
    let chunk = Chunk(capacity: RowSource.chunkSize)
    guard var content = try source.next(chunk) else { return }
    if UnsafeBufferPointer(start: chunk.bytes, count: chunk.count).starts(with: [0xEF, 0xBB, 0xBF]) {
      chunk.removeFirst(3)
    }
    if batch.from == .jsonl {
      try takeKeys(batch, chunk, content, source)
    } else {
      while try !takeNames(batch, chunk, content) {
        guard let next = try source.next(chunk) else { return }
        content = next
      }
    }
    source.putBack(chunk, content)
  }

  // MARK: Delimited files

  /// Takes the names from the first row; false when there is none yet.
  private mutating func takeNames(
    _ batch: BatchJob, _ chunk: Chunk, _ content: RowSource.Content
  ) throws(Failure) -> Bool {
    let header: DelimitedHeader?
    do throws(RowFault) {
      if content == .tooLong { throw .tooLong }
      header = try DelimitedHeader(chunk.bytes, limit: chunk.count, format: batch.from)
    } catch {
      throw .badHeader(error.sentence, path: batch.path, line: lines + 1)
    }
    guard let header else {
      lines += chunk.lineCount
      return false
    }
    lines += header.lines
    if let name = header.repeatedName { throw .columnTwice(name, path: batch.path, line: lines) }
    known = header.names
    let names = known
    let ours = batch.ours
    if let name = names.first(where: ours.names.contains) { throw .columnTaken(name, path: batch.path) }
    let isCopied = batch.columns == nil && batch.from == batch.to
    let columns =
      try batch.columns.map { chosen throws(Failure) in try Self.columns(chosen, of: names) }
      ?? (isCopied ? [.row(names: names)] : Self.inputs(names)) + ours.columns
    lay(out: columns, batch, header.lineBreak, copied: isCopied ? header.bytes : nil)
    chunk.removeFirst(header.next)
    return true
  }

  private static func columns(
    _ chosen: [String], of names: [String]
  ) throws(Failure) -> [ResultLayout.Column] {
    var columns: [ResultLayout.Column] = []
    for name in chosen {
      if let own = ResultLayout.Column(own: name) {
        columns.append(own)
      } else if let column = names.firstIndex(of: name) {
        columns.append(.input(name: name, column: column))
      } else {
        let known = names + ResultColumn.allCases.map(\.rawValue)
        throw .columnUnknown(name, suggestion: nearestName(to: name, among: known))
      }
    }
    return columns
  }

  // MARK: JSON Lines

  /// Takes the columns from the command line, or from the first well-formed row where the result needs names.
  private mutating func takeKeys(
    _ batch: BatchJob, _ chunk: Chunk, _ content: RowSource.Content, _ source: RowSource
  ) throws(Failure) {
    let ours = batch.ours
    taken = ours.names
    if let chosen = batch.columns {
      known = chosen.filter { ResultLayout.Column(own: $0) == nil }
      let names = known
      lay(out: try Self.columns(chosen, of: names), batch, [0x0A], copied: nil)
    } else if batch.to == .jsonl {
      lay(out: [.row(names: [])] + ours.columns, batch, [0x0A], copied: nil)
    } else {
      known = try Self.firstKeys(chunk, content, source)
      if let name = known.first(where: ours.names.contains) { throw .columnTaken(name, path: batch.path) }
      home = Set(known)
      lay(out: Self.inputs(known) + ours.columns, batch, [0x0A], copied: nil)
    }
  }

  /// The keys of the first well-formed row; none when it lies too far behind.
  private static func firstKeys(
    _ chunk: Chunk, _ content: RowSource.Content, _ source: RowSource
  ) throws(Failure) -> [String] {
    let more = Chunk(capacity: RowSource.chunkSize)
    var place = 0
    var reader = JSONLinesReader(known: []) { _ in -1 }
    while content == .rows, chunk.count < RowSource.longestRow {
      while place < chunk.count {
        reader.read(chunk.bytes, at: place, limit: chunk.count)
        if reader.fault == nil, !reader.row.isBlank {
          return reader.values.map { reader.columns[Int($0.column)].name }
        }
        place = reader.row.next
      }
      guard let next = try source.next(more) else { break }
      if next == .tooLong {
        source.putBack(more, next)
        break
      }
      chunk.append(UnsafeBufferPointer(start: more.bytes, count: more.count))
    }
    return []
  }

  // MARK: The result

  private static func inputs(_ names: [String]) -> [ResultLayout.Column] {
    names.enumerated().map { .input(name: $1, column: $0) }
  }

  /// Lays out the result.
  ///
  /// - Parameter copied: The names as the input's first row has them, if the result begins with the same.
  private mutating func lay(
    out columns: [ResultLayout.Column], _ batch: BatchJob, _ lineBreak: [UInt8], copied: [UInt8]?
  ) {
    let layout = ResultLayout(columns, format: batch.to, isFull: batch.isFull, lineBreak: lineBreak)
    self.layout = layout
    guard let delimiter = batch.to.delimiter else { return }
    var sink = ByteSink(capacity: 256)
    if let copied { sink.append(copied) }
    for (place, name) in layout.header.enumerated().dropFirst(copied == nil ? 0 : known.count) {
      if place > 0 { sink.append(delimiter) }
      sink.append(delimited: name.utf8, delimiter)
    }
    sink.append(lineBreak)
    firstRow = Array(sink.bytes)
  }
}

extension BatchJob {
  /// The columns of ours that the result has, and their names.
  fileprivate var ours: (columns: [ResultLayout.Column], names: Set<String>) {
    let ours: [ResultLayout.Column]
    if let columns {
      ours = columns.compactMap(ResultLayout.Column.init(own:))
    } else if to == .jsonl {
      ours = [.advice]
    } else {
      ours = ResultColumn.allCases.map(ResultLayout.Column.ours) + (isFull ? [.advice] : [])
    }
    return (ours, Set(ours.flatMap(\.names)))
  }
}

extension ResultLayout.Column {
  /// The column of ours that has a name; nil when none has it.
  fileprivate init?(own name: String) {
    if name == ResultColumn.advice {
      self = .advice
    } else if let column = ResultColumn(rawValue: name) {
      self = .ours(column)
    } else {
      return nil
    }
  }
}
