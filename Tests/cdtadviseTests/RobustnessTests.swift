import Foundation
import Testing

/// Odd circumstances: full disks, readers that leave, files that cannot be made, any bytes, any environment.
struct RobustnessTests {
  static let advice = ["--purpose", "diagnostic", "--capture", "stone-cast", "--on", "2026-03-02"]

  /// An empty folder of its own for a test.
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func aFullDiskIsTold() throws {
    let process = Process()
    process.executableURL = CommandProcess.executable
    process.arguments = Self.advice
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(told == "cdtadvise: writing failed: No space left on device\n")
  }

  @Test func anOutputThatCannotBeMadeIsToldBeforeTheWork() throws {
    let result = try CommandProcess.run(Self.advice + ["-o", "/nosuch/advice.txt"])
    #expect(result.errors == "cdtadvise: /nosuch/advice.txt: cannot be created: No such file or directory\n")
    #expect(result.status == 73)
  }

  @Test func anOutputFileIsWholeOrNotThere() throws {
    let folder = try folder()
    let whole = try CommandProcess.run(Self.advice + ["-o", "advice.txt"], in: folder)
    let shown = try CommandProcess.run(Self.advice)
    #expect(whole == .init(output: "", errors: "", status: 0))
    #expect(
      try String(contentsOf: folder.appendingPathComponent("advice.txt"), encoding: .utf8) == shown.output)
    let failed = try CommandProcess.run(["--purpose", "maybe", "-o", "other.txt"], in: folder)
    #expect(failed.status == 65)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["advice.txt"])
  }

  @Test func aLinkStaysALinkAndADeviceADevice() throws {
    let folder = try folder()
    let (file, link) = (folder.appendingPathComponent("file"), folder.appendingPathComponent("link"))
    try Data("old".utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try CommandProcess.run(Self.advice + ["-o", link.path]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("D0470"))
    let pipe = folder.appendingPathComponent("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/cat")
    reader.arguments = [pipe.path]
    reader.standardOutput = FileHandle.nullDevice
    try reader.run()
    #expect(try CommandProcess.run(Self.advice + ["-o", pipe.path]).status == 0)
    reader.waitUntilExit()
    let kind = try FileManager.default.attributesOfItem(atPath: pipe.path)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
    #expect(try CommandProcess.run(Self.advice + ["-o", folder.path]).status == 73)
  }

  @Test func environmentChangesNoByte() throws {
    let plain = try CommandProcess.run(Self.advice + ["--json"])
    for environment in [
      ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"], ["LANG": "C", "COLUMNS": "40"], ["TERM": "dumb"],
    ] {
      #expect(try CommandProcess.run(Self.advice + ["--json"], environment: environment) == plain)
    }
  }

  @Test func textFitsTheWidth() throws {
    for width in [40, 60, 100] {
      let result = try CommandProcess.run(Self.advice, environment: ["COLUMNS": "\(width)"])
      #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= width })
      let help = try CommandProcess.run(["--help"], environment: ["COLUMNS": "\(max(50, width))"])
      #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= max(50, width) })
    }
  }

  @Test(arguments: [
    (["--color", "always"], [:], true), (["--color", "always"], ["NO_COLOR": "1"], true),
    ([], ["FORCE_COLOR": "1"], true),
    ([], ["FORCE_COLOR": "1", "NO_COLOR": "1"], false), ([], ["FORCE_COLOR": "0"], false),
    (["--no-color"], ["FORCE_COLOR": "1"], false),
    ([], [:], false), ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
  ]) func colourIsDecidedByFlagThenEnvironment(
    _ flags: [String], _ environment: [String: String], _ isColoured: Bool
  ) throws {
    let result = try CommandProcess.run(Self.advice + flags, environment: environment)
    #expect(result.output.contains("\u{1B}") == isColoured)
  }

  @Test func rulesOfAnyBytesNeverCrash() throws {
    let standard = SnapshotTests.repository.appendingPathComponent("rules/cdt-2026")
    let folder = try folder().appendingPathComponent("rules")
    try FileManager.default.copyItem(at: standard, to: folder)
    var random = SeededGenerator(seed: 7)
    for file in [
      "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "topics/model.json",
    ] {
      let original = try Data(contentsOf: standard.appendingPathComponent(file))
      for _ in 0..<6 {
        var bytes = original
        for _ in 0..<4 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        try bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).write(
          to: folder.appendingPathComponent(file))
        let result = try CommandProcess.run(["check", folder.path])
        #expect([0, 1].contains(result.status), "\(file)")
        #expect(!result.output.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
      }
      try original.write(to: folder.appendingPathComponent(file))
    }
  }

  @Test func argumentsOfAnyBytesNeverCrash() throws {
    var random = SeededGenerator(seed: 11)
    let letters = Array("-=abpurposecaptr \u{1B}\u{9B}é🦷\"'%$\\/.0123456789")
    for _ in 0..<120 {
      let words = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in letters.randomElement(using: &random)
          })
      }
      let result = try CommandProcess.run(words)
      #expect([0, 3, 64, 65, 73, 78].contains(result.status), "\(words)")
      #expect(
        !(result.errors + result.output).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" },
        "\(words)")
    }
  }
}

/// A generator that gives the same numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
