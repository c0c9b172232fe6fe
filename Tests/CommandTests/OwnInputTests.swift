import Foundation
import TestSupport
import Testing

/// Appending standard output to the input file would loop forever.
struct OwnInputTests {
  static let row = "{\"purpose\":\"diagnostic\",\"capture\":\"stone-cast\"}\n"

  @Test(arguments: [
    "batch rows.jsonl >>rows.jsonl", "batch - --from jsonl <rows.jsonl >>rows.jsonl",
    "batch link.jsonl >>rows.jsonl",
    "audit rows.jsonl >>rows.jsonl", "visit rows.jsonl >>rows.jsonl", "batch rows.jsonl 1<>rows.jsonl",
  ]) func itIsRefused(_ line: String) throws {
    let folder = try TestFiles.newFolder()
    let file = folder.appendingPathComponent("rows.jsonl")
    try Self.row.write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.linkItem(at: file, to: folder.appendingPathComponent("link.jsonl"))
    let result = try CommandProcess.shell("ulimit -f 64; exec \"$0\" \(line)", in: folder)
    #expect(result.status == 64, "\(result.errors)")
    #expect(result.errors.contains(": standard output is this file, too; write to another file, or use -o\n"))
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.row)
  }

  @Test(arguments: ["batch rows.jsonl -q -o rows.jsonl", "batch rows.jsonl -q >other"])
  func otherFilesAreAllowed(_ line: String) throws {
    let folder = try TestFiles.newFolder()
    try Self.row.write(to: folder.appendingPathComponent("rows.jsonl"), atomically: true, encoding: .utf8)
    let result = try CommandProcess.shell("exec \"$0\" \(line)", in: folder)
    #expect(result.status == 0, "\(result.errors)")
  }
}
