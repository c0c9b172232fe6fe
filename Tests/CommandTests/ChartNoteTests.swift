import Testing

/// A chart note contains what was done and the coding rationale, not messages to the reader.
struct ChartNoteTests {
  @Test(arguments: [
    ["--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2027-01-01", "--why-not", "D0801"],
    ["ask", "splint", "--claim", "medical", "--splint-maker", "lab"],
    ["ask", "splint", "--claim", "medical", "--splint-maker", "exam-first"],
    [
      "--purpose", "diagnostic", "--capture", "intraoral-scan", "--printed", "no", "--simulated", "no",
      "--on", "2022-05-01",
    ],
    [
      "--purpose", "diagnostic", "--capture", "face-scan", "--printed", "no", "--simulated", "no", "--on",
      "2016-05-01",
    ],
  ])
  func aNoteSaysNothingToItsReader(_ words: [String]) {
    let note = CommandRun.run(
      words + ["--format", "note"], environment: ["CDTADVISE_RULES": "Tests/TestSupport/TestBook"])
    #expect(note.status == 0)
    for words in ["To do", "WARNING", "choose", "Think of", "Consider", "WHY NOT", "Not for coding"] {
      #expect(!note.output.contains(words), "\(note.output)")
    }
    #expect(note.errors.contains("NOT FOR THE CHART") && note.errors.contains("Not for coding."))
  }
}
