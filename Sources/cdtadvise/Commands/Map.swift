import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let map = Command(
    id: .map, group: .advice, summary: "propose a profile for 'batch' to read an export with",
    operands: "FILE|-", operandKinds: [.file],
    examples: """
      cdtadvise map export.csv > profile.json  # the profile; what is unsure goes to standard error
      cdtadvise batch export.csv --profile profile.json  # the batch that uses it
      """, ownFlags: [.from, .encoding]
  ) { run throws(Failure) in
    guard let path = run.arguments.operandWords.first?.path else { throw .fileMissing }
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
    let (format, input) = (try inputFormat(of: path), try terminal.input(at: path))
    let source = try input.rows(format, encoding, readSize: 1 << 16)
    guard let start = try source.start(input.name) else { return ([], RowSample()) }
    let sample = try source.sample(after: start.header, max: Self.sampleSize)
    return (start.header?.names ?? sample.names, sample)
  }

  /// How many rows are looked at.
  private static let sampleSize = 200
}
