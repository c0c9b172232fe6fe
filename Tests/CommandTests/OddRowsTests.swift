import Foundation
import Testing

/// Unusual rows, with the expected output of each command line.
struct OddRowsTests {
  /// A command line, its input in ISO 8859-1, and text expected in its output or messages.
  static let runs: [(line: String, input: String, holds: String)] = [
    ("batch - --from csv --visit-by id", "id,purpose\na,device\na,\u{E9}\n\n", "standard input:3: not UTF-8"),
    (
      "batch - --from csv --visit-by id --fail-fast", "id,purpose\na,nonsense\na,device\n",
      "1 invalid; the rows after it were not read"
    ),
    (
      "batch - --from csv --visit-by id --strict",
      "id,date,purpose,capture\na,2031-01-01,diagnostic,stone-cast\na,2031-01-01,diagnostic,stone-cast\n",
      "standard input:3: the rules were not reviewed for the date of service"
    ),
    (
      "batch - --from csv --visit-by id --full --to jsonl --columns advice",
      "id,purpose,capture\na,diagnostic,stone-cast\na,diagnostic,intraoral-scan\n", "\"status\":\"pending\""
    ),
    (
      "batch - --from jsonl --visit-by id", "{\"id\":1,\"services\":[]}\n{\"id\":1,\"claim\":\"dental\"}\n",
      "standard input:2: 'purpose' needs an answer"
    ),
    (
      "batch - --from csv --text note --columns status", "note,topic,purpose\nnight guard and a pano,,\n",
      "pending"
    ),
    (
      "batch - --from csv --text note", "note,device\na splint,occlusal-guard\na pano and nothing,\n,\n",
      "'splint' could mean"
    ),
    ("batch - --from csv --text note", "note,topic\na scan,cbct\n", "'claim' needs an answer"),
    ("batch - --from ssv", "purpose;capture\ndiagnostic;stone-cast\n", "diagnostic;stone-cast;D0470;"),
    (
      "batch - --from jsonl",
      "{\"services\":[{\("abcdefghijkl".map { "\"\($0)\":1" }.joined(separator: ","))}]}\n",
      "; and more"
    ),
    (
      "batch - --from csv", "porpose,capture\ndiagnostic,stone-cast\n",
      "if it answers 'purpose', add --map 'purpose=porpose'"
    ),
    ("batch - --from jsonl --to csv", "{\"report\":1}\n", "the column 'report' has the name of an output"),
    ("batch - --from jsonl --to csv", "{\"a\":null,\"b\":\"\\\"\"}\n", ",\"\"\"\","),
    (
      "batch - --from csv --billed b", "b,purpose,device\nD0470,device,crown\n",
      "D0470 is not billed separately"
    ),
    ("batch - --from csv --set claim=dental --set nosuch=1", "purpose\ndevice\n", "no question 'nosuch'"),
    (
      "map - --from csv", "procdate,servicedate,code,adacode\n2026-01-02,2026-01-02,D0470,D0470\n",
      "'procdate' was assumed to be the date of service; it could also be 'servicedate'"
    ),
    ("map - --from csv", "odd,even\nzz,ww\n", "no column says what was done"),
    (
      "audit - --from csv --map tooth=tooth", "claim,code,date,tooth,charge\n1,D0470,2026-01-01,99,1\n",
      "tooth"
    ),
    ("audit - --from 837d", "ISA*00\n", ""),
    ("batch - --from csv", "a,\u{E9}\n1,2\n", "not UTF-8"),
  ]

  @Test(arguments: runs) func aRunSays(_ line: String, _ input: String, _ text: String) throws {
    let bytes = try #require(input.data(using: .isoLatin1))
    let result = CommandRun.run(line.split(separator: " ").map(String.init), input: bytes)
    let all = result.output.suffix(10_000) + result.errors.suffix(10_000)
    #expect(text.isEmpty || all.contains(text), "\(all)")
    #expect(result.status != 70)
  }
}
