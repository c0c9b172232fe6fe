import ClaimFiles
import CodingRules
import StrictJSON

/// Makes a claim line of each row and audits it; a row that cannot be read is a finding, and the rest goes on.
struct RowAudit<Reader: RowReader & ~Copyable>: ~Copyable {
  private var reader: Reader
  private var auditor: Auditor
  private var row = ClaimRow()
  private let fields = ClaimField.allCases
  /// How many lines of the file come before the next row.
  private var lines: Int
  private var isEnded = false

  init(_ reader: consuming Reader, _ auditor: consuming Auditor, lines: Int) {
    self.reader = reader
    self.auditor = auditor
    self.lines = lines
  }

  var summary: AuditSummary { auditor.summary }

  /// Audits the rows of a chunk, and returns the findings that are complete.
  mutating func read(_ chunk: borrowing PaddedBytes) -> [AuditFinding] {
    var faults: [AuditFinding] = []
    var offset = 0
    while offset < chunk.count {
      reader.read(chunk, at: offset)
      offset = reader.row.next
      if reader.row.isFaulty, let fault = reader.fault {
        report(fault, &faults)
      } else if !reader.row.isBlank {
        audit(chunk)
      }
      lines &+= reader.row.lines
    }
    return faults + auditor.takeFindings()
  }

  /// Says of a row that cannot be read what is wrong with it.
  mutating func refuse(_ fault: RowFault) -> [AuditFinding] {
    var faults: [AuditFinding] = []
    report(fault, &faults)
    lines += 1
    return faults
  }

  /// Ends the file, and returns the findings that are left; nil when it was called before.
  mutating func finish() -> [AuditFinding]? {
    if isEnded { return nil }
    isEnded = true
    return auditor.finish()
  }

  @inline(__always)
  private mutating func audit(_ chunk: borrowing PaddedBytes) {
    row.begin(at: ClaimPosition(line: lines &+ 1))
    for index in 0..<reader.valueCount {
      let cell = reader.value(index)
      if cell.meaning < 0 || cell.isEmpty { continue }
      let field = fields[Int(cell.meaning)]
      if cell.isPlainText {
        chunk.withBytes(from: cell.start, to: cell.end) { row.take(field, $0) }
      } else {
        row.take(field, Array(cell.text(in: chunk).utf8).span)
      }
    }
    let claim = row.claim
    auditor.add(row.auditLine) { claim }
  }

  private mutating func report(_ fault: RowFault, _ faults: inout [AuditFinding]) {
    let finding = AuditFinding(fault, line: lines + 1)
    if auditor.admit(finding) { faults.append(finding) }
  }
}

extension Cell {
  /// Whether the bytes are the text itself.
  fileprivate var isPlainText: Bool { form == .plain || form == .literal || form == .container }
}

extension AuditFinding {
  /// A finding about a row that cannot be read.
  fileprivate init(_ fault: RowFault, line: Int) {
    self.init(
      check: "file-row", severity: .error, claim: "", line: 0, position: ClaimPosition(line: line),
      what: "a row that cannot be read", why: fault.reason,
      action: "Correct the row, or export the file again.")
  }
}

extension RowFault {
  fileprivate var reason: String {
    switch self {
    case .notJSON(.repeatedKey, let column): "It is not strict JSON from column \(column) on: duplicate key."
    case .notJSON(let kind, let column):
      "It is not strict JSON from column \(column) on: \(JSONError(kind, at: 0))."
    case .notAnObject: "Each line needs a JSON object."
    case .cellCount(let found, let expected): "It has \(found) cells, and the header has \(expected)."
    case .strayQuote(let column): "There is a quotation mark inside cell \(column + 1)."
    case .unclosedQuote(let column): "The quotation mark that begins cell \(column + 1) is never closed."
    case .notUTF8: "It is not UTF-8."
    case .tooLong: "It is longer than \(RowLimits.maxRow >> 20) MiB."
    case .tooWide: "It has more than \(Row.maxColumns) columns, or too long names."
    }
  }
}
