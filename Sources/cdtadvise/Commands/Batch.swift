import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let batch = Command(
    name: "batch", group: .advice, summary: "advise on every row of a file: one row in, one row out",
    operands: "[TOPIC] [FILE|-]", operandKinds: [.topicOrFile, .file],
    examples: """
      cdtadvise batch claims.csv  # the same file with columns for the advice: report, status, problem and more
      cdtadvise batch cbct scans.jsonl --full  # each object with the whole advice
      cdtadvise batch visits.jsonl  # objects with 'services' are visits, as 'visit' takes them
      cdtadvise batch - --from jsonl --to csv --columns id,report  # chosen columns, in another format
      """,
    ownFlags: [
      .from, .to, .encoding, .columns, .map, .set, .ignore, .text, .billed, .visitBy,
      .sortedRows, .profile, .plan, .on, .full, .failFast, .showValues, .strict,
    ]
  ) { run throws(Failure) in
    let book = try run.book()
    let (topic, file) = try run.batchOperands(in: book)
    let settings = BatchSettings(
      book: book, topic: topic, day: try run.day(.on) ?? run.terminal.today(),
      profile: try run.batchProfile(for: book), isStrict: run.arguments.has(.strict), plan: run.plan)
    var format = BatchFormat(input: try run.inputFormat(of: file), settings)
    (format.wantedOutput, format.isFull) = (run.arguments.choice(.to), run.arguments.has(.full))
    if let list = run.arguments[.columns] {
      try rethrow(format.choose(columns: list)) { .batchInput($0, path: list) }
    }
    let report = try run.advise(on: file, settings, format)
    // A result that lacks rows is not written to a file.
    let isCut = run.arguments.has(.failFast) && report.badRows > 0
    return Outcome(text: isCut ? nil : "", status: run.sumUp(report))
  }
}

extension Run {
  /// The topic, by default the main one, and the file.
  fileprivate func batchOperands(in book: RuleBook) throws(Failure) -> (Topic, file: FilePath) {
    var operands = arguments.operandWords[...]
    let topic = operands.first.flatMap { book.namedTopic($0.text) }
    if topic != nil { operands.removeFirst() }
    if topic == nil, operands.count > 1 {
      let word = operands[operands.startIndex].text
      throw .unknown(.topic, word, suggestion: book.nearestTopic(to: word))
    }
    return (topic ?? book.mainTopic, try inputPath(operands.first))
  }

  /// Summarizes the rows, if any needs attention or a person watches.
  fileprivate func sumUp(_ report: ChunkReport) -> ExitStatus {
    for warning in report.warnings { remark("warning: \(warning)") }
    let unlisted = report.badRows - report.problems.count
    var rest = unlisted > 0 ? "; \(unlisted) of them are not listed here" : ""
    if arguments.has(.failFast), report.badRows > 0 {
      rest += "; the rows after it were not read"
      if let path = arguments.path(.output), !path.isStandardStream {
        rest += ", and \(printable(path.text)) was not written"
      }
    }
    let isNews = report.attentionRows > 0 || terminal.errors.isTerminal
    if report.badRows > 0 || isNews && !arguments.has(.quiet) {
      terminal.say("cdtadvise: \(report.summary)\(rest)\n")
    }
    return report.badRows > 0 ? .badData : report.count(.differs) > 0 ? .findings : .done
  }
}
