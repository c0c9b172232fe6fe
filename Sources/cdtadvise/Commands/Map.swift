import BatchAdvice
import ClaimFiles
import CodingRules

extension Command {
  static let map = Command(
    name: "map", group: .advice, summary: "propose a profile for 'batch' to read an export with",
    operands: "FILE|-", operandKinds: [.file],
    examples: """
      cdtadvise map export.csv > profile.json  # the profile; what is unsure goes to standard error
      cdtadvise batch export.csv --profile profile.json  # the batch that uses it
      """, ownFlags: [.from, .encoding]
  ) { run throws(Failure) in
    guard let path = run.arguments.operandWords.first?.path else { throw .fileMissing }
    let encoding: TextEncoding? = run.arguments.choice(.encoding)
    let (format, input) = (try run.inputFormat(of: path), try run.terminal.input(at: path))
    let rows = try input.rows(format, encoding, atMost: 1 << 16)
    let table = try rethrow(Table(rows, atMost: 200, waits: true)) { .input($0, path: input.name) }
    let proposal = ProfileProposal(try run.book(), table?.names ?? [], table?.sample ?? RowSample())
    for doubt in proposal.doubts { run.remark("unsure: \(doubt)") }
    var profile = proposal.profile
    profile.encoding = encoding
    return Outcome(text: profile.json.text)
  }
}
