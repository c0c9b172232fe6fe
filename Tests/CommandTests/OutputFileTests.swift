import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Writing results to files.
struct OutputFileTests {
  static let advice = ["--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2026-03-02"]

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func mode(of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
  }

  @Test func aFileThatCannotBeCreatedIsReportedBeforeTheWork() {
    let result = CommandRun.run(Self.advice + ["-o", "/nosuch/advice.txt"])
    #expect(result.errors == "cdtadvise: /nosuch/advice.txt: cannot be created: No such file or directory\n")
    #expect(result.status == 73)
  }

  @Test(
    arguments: [
      (advice, "", ["--purpose", "maybe"], 65),
      (BatchStreamTests.words, BatchStreamTests.row, ["batch", "nosuch.csv"], 66),
    ] as [([String], String, [String], Int32)])
  func filesAreWrittenAtomically(_ words: [String], _ input: String, failing: [String], _ status: Int32)
    throws
  {
    let folder = try TestFiles.newFolder()
    let file = folder.appendingPathComponent("result")
    let input = Data(input.utf8)
    let written = CommandRun.run(words + ["-o", file.path], input: input)
    #expect(written == CommandResult(output: "", errors: "", status: 0))
    #expect(try String(contentsOf: file, encoding: .utf8) == CommandRun.run(words, input: input).output)
    #expect(CommandRun.run(failing + ["-o", file.path + "2"]).status == status)
    #expect(try names(in: folder) == ["result"])
  }

  @Test func aLinkStaysALinkAndADeviceADevice() throws {
    let folder = try TestFiles.newFolder()
    let (file, link) = (folder.appendingPathComponent("file"), folder.appendingPathComponent("link"))
    try Data("old".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(CommandRun.run(Self.advice + ["-o", link.path]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("D0470"))
    let pipe = folder.appendingPathComponent("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/cat")
    reader.arguments = [pipe.path]
    reader.standardOutput = FileHandle.nullDevice
    try reader.run()
    #expect(CommandRun.run(Self.advice + ["-o", pipe.path]).status == 0)
    reader.waitUntilExit()
    let kind = try FileManager.default.attributesOfItem(atPath: pipe.path)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
    #expect(CommandRun.run(Self.advice + ["-o", folder.path]).status == 73)
  }

  @Test func danglingLinksAreKept() throws {
    let link = try TestFiles.newFolder().appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "nowhere")
    #expect(CommandRun.run(Self.advice + ["-o", link.path]).status == 73)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "nowhere")
  }

  @Test(arguments: [0o600, 0o640, 0o604]) func aReplacedFileKeepsItsMode(_ mode: Int) throws {
    let file = try TestFiles.newFolder().appendingPathComponent("file")
    try Data("old".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    #expect(CommandRun.run(Self.advice + ["-o", file.path]).status == 0)
    #expect(try self.mode(of: file) == mode)
  }

  /// Only root can change the owner of a file.
  @Test(.enabled(if: geteuid() == 0)) func aReplacedFileKeepsItsOwner() throws {
    let file = try TestFiles.newFolder().appendingPathComponent("file")
    try Data("old".utf8).write(to: file)
    #expect(chown(file.path, 1234, 4321) == 0)
    #expect(CommandRun.run(Self.advice + ["-o", file.path]).status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.ownerAccountID] as? Int == 1234)
    #expect(attributes[.groupOwnerAccountID] as? Int == 4321)
  }

  /// It is never more accessible than the file it replaces.
  @Test func temporaryFilesArePrivateAndUnique() throws {
    let folder = try TestFiles.newFolder()
    let file = folder.appendingPathComponent("file")
    try Data("old".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    var temporary: Set<String> = []
    for _ in 0..<2 {
      let output = try OutputFile(FilePath(file.path), at: .system)
      let name = try #require(try names(in: folder).first { $0 != "file" && !temporary.contains($0) })
      temporary.insert(name)
      #expect(try mode(of: folder.appendingPathComponent(name)) == 0o600)
      output.discard()
      #expect(try names(in: folder) == ["file"])
    }
    #expect(temporary.count == 2)
  }

  @Test func aNameMayBeAsLongAsTheSystemAllows() throws {
    let file = try TestFiles.newFolder().appendingPathComponent(String(repeating: "n", count: 255))
    #expect(CommandRun.run(Self.advice + ["-o", file.path]).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("D0470"))
  }

  /// File names are arbitrary bytes.
  @Test func namesNeedNotBeUTF8() throws {
    let folder = try Array(TestFiles.newFolder().path.utf8)
    let name = folder + Array("/rows".utf8) + [0xFF] + Array(".csv".utf8)
    let rows = "purpose,capture\ndiagnostic,stone-cast\n"
    let file = open(name.map(CChar.init(bitPattern:)) + [0], O_WRONLY | O_CREAT, 0o600)
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(rows.utf8))
    let words = ["batch", "model"].map { Array($0.utf8) }
    let columns = ["--columns", "report"].map { Array($0.utf8) }
    let read = CommandRun.run(bytes: words + [name] + columns)
    #expect(read == CommandResult(output: "report\nD0470\n", errors: "", status: 0))
    let copy = name + [0xFE]
    for flag in [[Array("-o".utf8), copy], [Array("--output=".utf8) + copy], [Array("-o".utf8) + copy]] {
      let written = CommandRun.run(bytes: words + [name] + columns + flag)
      #expect(written == CommandResult(output: "", errors: "", status: 0))
      #expect(unlink(copy.map(CChar.init(bitPattern:)) + [0]) == 0)
    }
    let missing = CommandRun.run(bytes: [Array("visit".utf8), Array("/".utf8) + [0xFF]])
    #expect(missing.status == 66)
  }

  @Test func aPlansNameNeedNotBeUTF8() throws {
    let folder = try TestFiles.newFolder()
    let plan = try Data(
      contentsOf: TestFiles.package.appendingPathComponent("Tests/TestSupport/TestPlan.json"))
    let name = Array(folder.path.utf8) + Array("/plan".utf8) + [0xFF] + Array(".json".utf8)
    let file = open(name.map(CChar.init(bitPattern:)) + [0], O_WRONLY | O_CREAT, 0o600)
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: plan)
    #expect(CommandRun.run(bytes: [Array("plans".utf8), name]).status == 0)
    #expect(CommandRun.run(bytes: [Array("check".utf8), name]).status == 0)
    let advice = CommandRun.run(bytes: Self.advice.map { Array($0.utf8) } + [Array("--plan".utf8), name])
    #expect(advice.status == 0 && advice.errors.isEmpty)
  }

  /// A file that cannot be written does not end the interview; `~/` is the home folder.
  @Test func theInterviewOutlivesAFailedSave() throws {
    let home = try TestFiles.newFolder()
    let lines = ["alginates poured for study", "save /nosuch/v.json", "save ~/v.json", "done", ""]
    let result = CommandRun.run(
      [], input: Data(lines.joined(separator: "\n").utf8), environment: ["HOME": home.path], isTerminal: true)
    #expect(result.status == 0)
    #expect(
      result.errors.contains("/nosuch/v.json: cannot be created: No such file or directory\n"), "\(result)")
    #expect(try names(in: home) == ["v.json"])
  }
}
