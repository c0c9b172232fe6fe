import CodingRules

extension Command {
  static let read = Command(
    name: "read", group: .advice, summary: "show how sentences are understood, without advice",
    operands: "[TEXT|-]", operandKinds: [.text],
    examples: """
      cdtadvise read "alginates poured up for ortho records"  # what the sentence states
      cdtadvise read - --json < notes.txt  # one sentence a line in, one reading a line out
      """, ownFlags: [.on, .listFormat, .json]
  ) { run throws(Failure) in
    let book = try run.book()
    let day = try run.day()
    let reader = book.sentenceReader
    var text = ""
    for line in try run.sentences() {
      let reading = reader.read(line, on: day)
      text +=
        run.format == .json ? reading.jsonLine : reading.text(run.style, by: book)
    }
    return Outcome(text: text)
  }
}

extension Run {
  /// The sentences on the command line, or the lines of standard input.
  fileprivate func sentences() throws(Failure) -> [String] {
    guard arguments.operands.isEmpty || arguments.operands == ["-"] else {
      return [arguments.operands.joined(separator: " ")]
    }
    if terminal.input.isTerminal { throw .operandMissing("a sentence, or '-' for standard input") }
    let bytes = try terminal.input.contents(max: 64 << 20)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return (lines.last?.isEmpty == true ? lines.dropLast() : lines[...]).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
  }
}
