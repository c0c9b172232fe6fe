import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let batch = Command(
    name: "batch", summary: "advise on every row of a file: one row in, one row out",
    operands: "[TOPIC] [FILE|-]", operandKind: .topic,
    examples: [
      (
        "cdtadvise batch claims.csv", "the same file with the columns report, not_separately, status, problem"
      ),
      ("cdtadvise batch cbct scans.jsonl --full", "each object with the whole advice"),
      ("cdtadvise batch visits.jsonl", "objects with 'services' are visits, as 'case' takes them"),
      ("cdtadvise batch - --from jsonl --to csv --columns id,report", "chosen columns, in another format"),
    ],
    ownFlags: [.from, .to, .columns, .on, .dateColumn, .full, .failFast, .showValues, .strict], streams: true
  ) { run throws(Failure) in
    let (topic, path) = try run.batchOperands()
    guard let from = run.format(.from) ?? RowFormat(path: path) else { throw .formatUnknown(path: path) }
    let settings = BatchSettings(
      book: try run.book(), topic: topic, day: try run.dayOfRows(),
      dateColumn: run.arguments[.dateColumn] ?? "date", isStrict: run.arguments.has(.strict))
    let format = BatchFormat(
      input: from, output: run.format(.to) ?? from, columns: try run.columns(),
      isFull: run.arguments.has(.full))
    let delivery = Delivery.Manner(
      stopsAtProblem: run.arguments.has(.failFast),
      showsValues: run.arguments.has(.showValues) || Terminal.isTerminal(.error),
      showsProgress: !run.arguments.has(.quiet))
    let job = BatchJob(settings: settings, format: format, path: path, delivery: delivery)
    return Outcome(text: nil, status: run.say(try job.run(to: run.arguments[.output])))
  }
}

extension Run {
  /// The topic, the main one if none is named, and the file.
  fileprivate func batchOperands() throws(Failure) -> (Topic, path: String) {
    var operands = arguments.operands[...]
    let book = try book()
    var topic = operands.first.flatMap(book.topic)
    if topic != nil { operands.removeFirst() }
    if topic == nil, operands.count > 1 {
      let word = operands[0]
      throw .unknownTopic(word, suggestion: nearestName(to: word, among: book.edition.topics))
    }
    guard let path = operands.popFirst() ?? (Terminal.isTerminal(.input) ? nil : "-") else {
      throw .fileMissing
    }
    if let word = operands.first { throw .tooManyOperands(word) }
    topic = topic ?? book.topics.first
    guard let topic else { throw .unknownTopic("", suggestion: nil) }
    return (topic, path)
  }

  /// The names of the columns that were chosen; nil for all.
  fileprivate func columns() throws(Failure) -> [String]? {
    guard let list = arguments[.columns] else { return nil }
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var seen: Set<String> = []
    if let name = names.first(where: { !seen.insert($0).inserted }) { throw .columnRepeated(name) }
    return names
  }

  fileprivate func format(_ flag: Flag) -> RowFormat? { arguments[flag].flatMap(RowFormat.init(rawValue:)) }

  /// The date of service of rows that name none; nil when neither the command line nor the clock tells it.
  fileprivate func dayOfRows() throws(Failure) -> CalendarDay? {
    arguments[.on] == nil ? Terminal.today : try day()
  }

  /// Says how many rows have problems, and what is worth knowing of the others.
  fileprivate func say(_ report: ChunkReport) -> ExitStatus {
    if report.unusedRows > 0 {
      remark("warning: \(count(report.unusedRows, "row")) with answers that the walk does not ask for")
    }
    if report.unreviewedRows > 0 {
      remark(
        "warning: \(count(report.unreviewedRows, "row")) with dates of service the rules were not reviewed for"
      )
    }
    guard report.badRows > 0 else { return .done }
    let unlisted = report.badRows - ChunkReport.maxListed
    var rest = unlisted > 0 ? "; \(unlisted) of them are not listed here" : ""
    if arguments.has(.failFast) {
      rest += "; the rows after it were not read"
      if let path = arguments[.output], path != "-" { rest += ", and \(printable(path)) was not written" }
    }
    let have = report.badRows == 1 ? "has a problem" : "have problems"
    Terminal.say("cdtadvise: \(report.badRows) of \(count(report.rows, "row")) \(have)\(rest)\n")
    return .badData
  }
}
