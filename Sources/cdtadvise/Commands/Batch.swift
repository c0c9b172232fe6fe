import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let batch = Command(
    .batch, .advice, summary: "advise on every row of a file: one row in, one row out",
    operands: "[TOPIC] [FILE|-]", operandKinds: [.topicOrFile, .file],
    examples: [
      (
        "cdtadvise batch claims.csv", "the same file with the columns report, not_separately, status, problem"
      ),
      ("cdtadvise batch cbct scans.jsonl --full", "each object with the whole advice"),
      ("cdtadvise batch visits.jsonl", "objects with 'services' are visits, as 'visit' takes them"),
      ("cdtadvise batch - --from jsonl --to csv --columns id,report", "chosen columns, in another format"),
    ],
    ownFlags: [.from, .to, .columns, .plan, .on, .dateColumn, .full, .failFast, .showValues, .strict],
    streams: true
  ) { run throws(Failure) in
    let (topic, file) = try run.batchOperands()
    guard let from = run.format(.from) ?? RowFormat(path: file.text) else {
      throw .formatUnknown(path: file.text)
    }
    let plan = try run.plan()
    let settings = BatchSettings(
      book: try run.book(), topic: topic, day: try run.dayOfRows(),
      dateColumn: run.arguments[.dateColumn] ?? "date", isStrict: run.arguments.has(.strict),
      plan: plan)
    let format = BatchFormat(
      input: from, output: run.format(.to) ?? from, columns: try run.columns(),
      isFull: run.arguments.has(.full), hasPlan: plan != nil)
    let manner = Delivery.Manner(
      stopsAtProblem: run.arguments.has(.failFast),
      showsValues: run.arguments.has(.showValues) || run.terminal.errors.isTerminal,
      showsProgress: !run.arguments.has(.quiet))
    let job = BatchJob(settings: settings, format: format, manner: manner, terminal: run.terminal)
    let report = try job.run(from: file, to: run.arguments.path(.output))
    return Outcome(text: nil, status: run.sumUp(report))
  }
}

extension Run {
  /// The topic, the main one if none is named, and the file.
  fileprivate func batchOperands() throws(Failure) -> (Topic, file: FilePath) {
    var operands = arguments.operandWords[...]
    let book = try book()
    var topic = operands.first.flatMap { book.namedTopic($0.text) }
    if topic != nil { operands.removeFirst() }
    if topic == nil, operands.count > 1 {
      let word = operands[operands.startIndex].text
      throw .unknownTopic(word, suggestion: book.nearestTopic(to: word))
    }
    guard let path = operands.popFirst()?.path ?? (terminal.input.isTerminal ? nil : FilePath("-"))
    else { throw .fileMissing }
    if let word = operands.first { throw .unexpectedArgument(word.text) }
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
    arguments[.on] == nil ? terminal.today() : try day()
  }

  /// Says how many rows have problems, and what is worth knowing of the others.
  fileprivate func sumUp(_ report: ChunkReport) -> ExitStatus {
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
      if let path = arguments.path(.output), !path.isStandardStream {
        rest += ", and \(printable(path.text)) was not written"
      }
    }
    let have = report.badRows == 1 ? "has a problem" : "have problems"
    terminal.say("cdtadvise: \(report.badRows) of \(count(report.rows, "row")) \(have)\(rest)\n")
    return .badData
  }
}
