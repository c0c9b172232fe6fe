package import ClaimFiles
import CodingRules
package import StrictJSON

/// The claim lines of a chunk of rows; positions are relative to the chunk.
package struct ClaimLines {
  /// The lines, each with the cell of its claim id.
  var lines: [(line: AuditLine, claim: Cell?)] = []
  /// The unreadable rows, with their lines in the file and the index of the next claim line.
  var faults: [(fault: RowFault, line: Int, index: Int)] = []
  /// The number of lines of the file.
  var count = 0

  /// Creates an empty list.
  package init() {}

  /// Adds a range of the lines to an audit.
  ///
  /// - Parameter linesBefore: The number of lines of the file before the chunk.
  func add(
    _ range: Range<Int>, to auditor: inout Auditor, of chunk: borrowing PaddedBytes, after linesBefore: Int
  ) {
    for (line, claim) in lines[range] {
      var line = line
      line.position = ClaimPosition(line: linesBefore &+ line.position.line)
      if let claim, !claim.isPlainText {
        auditor.add(line, claim: Array(claim.text(in: chunk).utf8).span)
      } else {
        chunk.withSpan((claim?.start ?? 0)..<(claim?.end ?? 0)) { auditor.add(line, claim: $0) }
      }
    }
  }

  fileprivate mutating func removeAll() {
    lines.removeAll(keepingCapacity: true)
    faults.removeAll()
    count = 0
  }
}

/// Replaces claim lines with those of a chunk of rows; each thread has its own.
package typealias ClaimLineReader = (_ chunk: borrowing PaddedBytes, _ lines: inout ClaimLines) -> Void

extension ClaimColumns {
  /// Creates a reader for rows with these columns.
  ///
  /// - Parameter header: The header row; nil for JSON Lines.
  package func makeReader(_ format: RowFormat, _ header: DelimitedHeader?) -> ClaimLineReader {
    guard let header else {
      var rows = RowLines(JSONLinesReader(known: [], meaning: meaning(ofColumn:)))
      return { rows.read($0, into: &$1) }
    }
    let columns = header.names.map { RowColumn(name: $0, meaning: meaning(ofColumn: $0)) }
    var rows = RowLines(DelimitedReader(columns: columns, format: format, lineBreak: header.lineBreak))
    return { rows.read($0, into: &$1) }
  }

  /// The index of a column's field; negative if no check reads it.
  private func meaning(ofColumn name: String) -> Int {
    self[name].flatMap { $0 == .charge ? nil : ClaimField.allCases.firstIndex(of: $0) } ?? -1
  }
}

/// Converts each row to a claim line.
private struct RowLines<Reader: RowReader & ~Copyable>: ~Copyable {
  private var reader: Reader
  private var row = ClaimRow()
  private let fields = ClaimField.allCases

  init(_ reader: consuming Reader) { self.reader = reader }

  mutating func read(_ chunk: borrowing PaddedBytes, into lines: inout ClaimLines) {
    lines.removeAll()
    var offset = 0
    while offset < chunk.count {
      reader.read(chunk, at: offset)
      offset = reader.row.next
      if reader.row.isFaulty, let fault = reader.fault {
        lines.faults.append((fault, lines.count &+ 1, lines.lines.count))
      } else if !reader.row.isBlank {
        add(chunk, to: &lines)
      }
      lines.count &+= reader.row.lines
    }
  }

  @inline(__always)
  private mutating func add(_ chunk: borrowing PaddedBytes, to lines: inout ClaimLines) {
    row.begin(at: ClaimPosition(line: lines.count &+ 1))
    var claim: Cell?
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      if cell.meaning < 0 || cell.isEmpty { continue }
      let field = fields[Int(cell.meaning)]
      if field == .claim { claim = cell }
      if cell.isPlainText {
        chunk.withSpan(cell.start..<cell.end) { row.add(field, $0) }
      } else {
        row.add(field, Array(cell.text(in: chunk).utf8).span)
      }
    }
    if !row.isUnbilled { lines.lines.append((row.auditLine, claim)) }
  }
}

extension Cell {
  /// Whether the bytes are the text itself.
  fileprivate var isPlainText: Bool { form == .plain || form == .literal || form == .container }
}
