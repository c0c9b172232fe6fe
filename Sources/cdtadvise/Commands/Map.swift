import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let map = Command(
    .map, .advice, summary: "propose a profile for 'batch' to read an export with",
    operands: "FILE|-", operandKinds: [.file],
    examples: [
      ("cdtadvise map export.csv > profile.json", "the profile; what is unsure goes to standard error"),
      ("cdtadvise batch export.csv --profile profile.json", "the batch that uses it"),
    ], ownFlags: [.from, .encoding]
  ) { run throws(Failure) in
    guard let path = run.arguments.operandWords.first?.path else { throw .fileMissing }
    if run.arguments.operands.count > 1 { throw .unexpectedArgument(run.arguments.operands[1]) }
    let encoding = run.arguments[.encoding].flatMap(TextEncoding.init(rawValue:))
    let (names, sample) = try run.sample(of: path, encoding)
    let proposal = ProfileProposal(try run.book(), names, sample)
    var profile = proposal.profile
    profile.encoding = encoding
    for doubt in proposal.doubts { run.remark("unsure: \(doubt)") }
    return Outcome(text: profile.json.text)
  }
}

extension Run {
  /// The columns of a file, and its first rows.
  fileprivate func sample(
    of path: FilePath, _ encoding: TextEncoding?
  ) throws(Failure) -> (names: [String], sample: RowSample) {
    let format = try inputFormat(of: path)
    let input = try terminal.input(at: path)
    let text = try DecodedInput<Failure>(encoding) { span throws(Failure) in try input.read(into: &span) }
    if text.isSpreadsheet { throw .spreadsheet(path: input.name) }
    let readSize = input.readSize(atMost: 1 << 16)
    let source = RowSource<Failure>(format, readSize: readSize) { span throws(Failure) in
      try text.read(into: &span)
    }
    guard format != .jsonl else {
      let sample = try source.sample(after: nil, max: Self.sampleSize)
      return (sample.names, sample)
    }
    switch try source.takeHeader() {
    case nil: return ([], RowSample())
    case .failure(let fault): throw .badHeader(fault.fault.sentence, path: input.name, line: fault.line)
    case .success(let header):
      return (header.names, try source.sample(after: header, max: Self.sampleSize))
    }
  }

  /// How many rows are looked at.
  private static let sampleSize = 200
}
