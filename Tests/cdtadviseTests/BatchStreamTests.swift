import Foundation
import Testing

/// Batch as a part of a pipeline: long input, open ends, full disks.
struct BatchStreamTests {
  /// A folder of its own, gone at the end.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("batch-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static let row = #"{"purpose":"diagnostic","capture":"stone-cast","date":"2026-01-01"}"# + "\n"
  private static let words = ["batch", "-", "--from", "jsonl", "--columns", "report", "--to", "csv"]

  @Test func theFirstAnswerLeavesBeforeTheLastRowArrives() throws {
    let process = Process()
    process.executableURL = CommandProcess.executable
    process.arguments = Self.words
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(Self.row.utf8))
    var answer = Data()
    while !String(decoding: answer, as: UTF8.self).contains("D0470") {
      answer += output.fileHandleForReading.availableData
    }
    try input.fileHandleForWriting.write(contentsOf: Data(Self.row.utf8))
    try input.fileHandleForWriting.close()
    answer += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(String(decoding: answer, as: UTF8.self) == "report\nD0470\nD0470\n")
    #expect(process.terminationStatus == 0)
  }

  @Test func orderStaysOverManyChunks() throws {
    let input = (0..<60_000).map { "{\"id\":\($0),\"purpose\":\"device\",\"device\":\"crown\"}\n" }.joined()
    let result = try CommandProcess.run(
      ["batch", "-", "--from", "jsonl", "--columns", "id,status"], input: Data(input.utf8))
    let expected = (0..<60_000).map { "{\"id\":\($0),\"status\":\"ok\"}\n" }.joined()
    #expect(result == .init(output: expected, errors: "", status: 0))
  }

  @Test func problemsAreListedInOrderUpToABound() throws {
    let result = try CommandProcess.run(
      Self.words, input: Data(String(repeating: "[]\n", count: 30_000).utf8))
    let listed = (1...20).map { "-:\($0): expected an object\n" }.joined()
    #expect(
      result.errors == listed
        + "cdtadvise: 30000 of 30000 rows have problems; 29980 of them are not listed here\n")
    #expect(result.status == 65)
  }

  @Test func aRowThatIsTooLongIsToldAndTheRunGoesOn() throws {
    let long = "{\"note\":\"" + String(repeating: "x", count: 9 << 20) + "\"}\n"
    let result = try CommandProcess.run(Self.words, input: Data((Self.row + long + Self.row).utf8))
    #expect(
      result
        == .init(
          output: "report\nD0470\n\"\"\nD0470\n",
          errors: "-:2: a row of more than 4 MiB is not read\ncdtadvise: 1 of 3 rows has a problem\n",
          status: 65))
  }

  @Test func aLongRowIsRead() throws {
    let long = Self.row.dropLast(2) + ",\"note\":\"" + String(repeating: "é", count: 1 << 20) + "\"}\n"
    let result = try CommandProcess.run(Self.words, input: Data((long + Self.row).utf8))
    #expect(result == .init(output: "report\nD0470\nD0470\n", errors: "", status: 0))
  }

  @Test func aQuoteThatIsNeverClosedCostsOneRow() throws {
    let rows = "id,purpose,device\n\"1,device,crown\n" + String(repeating: "2,device,crown\n", count: 20_000)
    let result = try CommandProcess.run(
      ["batch", "-", "--from", "csv", "--columns", "id,status"], input: Data(rows.utf8))
    #expect(
      result.output == "id,status\n\"\"\"1,device,crown\",invalid\n"
        + String(repeating: "2,ok\n", count: 20_000))
    #expect(result.status == 65)
  }

  @Test func aFileAppearsWholeOrNotAtAll() throws {
    try withFolder { folder in
      let path = folder.appendingPathComponent("result.csv").path
      let good = try CommandProcess.run(Self.words + ["-o", path], input: Data(Self.row.utf8))
      #expect(good == .init(output: "", errors: "", status: 0))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "report\nD0470\n")
      let bad = try CommandProcess.run(["batch", "nosuch.csv", "-o", path + "2"])
      #expect(bad.status == 66)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["result.csv"])
    }
  }

  @Test func aFullDiskIsTold() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "printf '{}\\n' | \"$0\" batch - --from jsonl >/dev/full", CommandProcess.executable.path,
    ]
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  /// No bytes whatever end the program in another way than its own.
  @Test func randomBytesDoNoHarm() throws {
    var random = SeededGenerator(seed: 4)
    let pieces: [[UInt8]] = [
      Array("{\"a\":".utf8), Array("\"".utf8), [0x0A], [0x0D], [0x2C], [0xFF], [0], Array("}".utf8),
      Array("[".utf8),
      Array("purpose".utf8), [0xEF, 0xBB, 0xBF], [0x09], [0x5C],
    ]
    for format in ["csv", "tsv", "jsonl"] {
      for target in ["csv", "jsonl"] {
        let bytes = (0..<4_000).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
        let result = try CommandProcess.run(
          ["batch", "-", "--from", format, "--to", target], input: Data(Array("a,\tpurpose\n".utf8) + bytes))
        #expect([0, 65].contains(result.status), "\(format) \(target) \(result.errors)")
      }
    }
  }
}
