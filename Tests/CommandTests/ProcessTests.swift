import Foundation
import TestSupport
import Testing

@testable import cdtadvise

/// Behavior that needs a separate process: signals, full disks, non-blocking streams.
@Suite(.serialized) struct ProcessTests {
  /// A batch that writes to a file in a temporary folder and waits for input.
  private final class WaitingBatch {
    let process = Process()
    let input = Pipe()
    let folder: URL

    /// - Parameter prefix: Shell words before the command.
    init(_ prefix: String = "exec") throws {
      folder = try TestFiles.newFolder()
      try Data("old".utf8).write(to: folder.appendingPathComponent("result"))
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = [
        "-c", "\(prefix) \"$0\" batch - --from jsonl --columns status -o result",
        CommandProcess.executable.path,
      ]
      process.currentDirectoryURL = folder
      process.standardInput = input
      process.standardError = FileHandle.nullDevice
      try process.run()
      try input.fileHandleForWriting.write(contentsOf: Data("{}\n".utf8))
      while try names.count < 2 { usleep(1000) }
    }

    /// The files in the folder.
    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    var result: String {
      get throws { try String(contentsOf: folder.appendingPathComponent("result"), encoding: .utf8) }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func aSignalLeavesNoTemporaryFile(_ signal: CInt) throws {
    let batch = try WaitingBatch()
    kill(batch.process.processIdentifier, signal)
    batch.process.waitUntilExit()
    #expect(batch.process.terminationReason == .uncaughtSignal)
    #expect(batch.process.terminationStatus == signal)
    #expect(try batch.names == ["result"])
    #expect(try batch.result == "old")
  }

  @Test(arguments: [("INT", SIGINT), ("TERM", SIGTERM), ("HUP", SIGHUP)])
  func anIgnoredSignalStaysIgnored(_ name: String, _ signal: CInt) throws {
    let batch = try WaitingBatch("trap '' \(name); exec")
    kill(batch.process.processIdentifier, signal)
    try batch.input.fileHandleForWriting.close()
    batch.process.waitUntilExit()
    #expect(batch.process.terminationReason == .exit && batch.process.terminationStatus == 65)
    #expect(try batch.result == "{\"status\":\"pending\"}\n")
  }

  /// It also ends as process 1 of a container, which the system protects from signals.
  @Test(.enabled(if: canUnshare)) func processOneEndsToo() throws {
    let batch = try WaitingBatch("exec unshare -pf")
    let parent = batch.process.processIdentifier
    let children = try String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
    let child = try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
    kill(child, SIGTERM)
    batch.process.waitUntilExit()
    #expect(batch.process.terminationStatus == 128 + SIGTERM)
    #expect(try batch.names == ["result"])
  }

  private static var canUnshare: Bool {
    (try? CommandProcess.shell("unshare -pf true"))?.status == 0
  }

  @Test func aFileThatGrowsTooLargeIsReported() throws {
    let folder = try TestFiles.newFolder()
    let result = try CommandProcess.shell("ulimit -f 1; exec \"$0\" man -o result", in: folder)
    #expect(result.errors == "cdtadvise: writing failed: File too large\n")
    #expect(result.status == ExitStatus.writeFailed.rawValue)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test(arguments: [SIGILL, SIGSEGV, SIGABRT]) func faultsAreReportedAsInternalErrors(_ signal: CInt) throws {
    let batch = try WaitingBatch()
    kill(batch.process.processIdentifier, signal)
    batch.process.waitUntilExit()
    #expect(batch.process.terminationReason == .exit)
    #expect(batch.process.terminationStatus == ExitStatus.internalError.rawValue)
    #expect(try batch.names == ["result"])
  }

  @Test(arguments: [
    "exec \"$0\" --purpose diagnostic --capture stone-cast",
    "exec \"$0\" --purpose diagnostic --capture stone-cast -o /dev/stdout",
    "printf '{}\\n' | \"$0\" batch - --from jsonl -q",
  ]) func aFullDiskIsReported(_ line: String) throws {
    let result = try CommandProcess.shell("\(line) >/dev/full")
    #expect(result.errors == "cdtadvise: writing failed: No space left on device\n")
    #expect(result.status == ExitStatus.writeFailed.rawValue)
  }

  @Test func aClosedPipeEndsTheCommand() throws {
    let result = try CommandProcess.shell("(\"$0\" codes; echo $? >&2) | head -1 >/dev/null")
    #expect(["141\n", "0\n"].contains(result.errors))
  }

  /// Other processes that share a stream may have made it non-blocking.
  @Test func streamsNeedNotBlock() throws {
    let process = Process()
    process.executableURL = CommandProcess.executable
    process.arguments = ["batch", "-", "--from", "jsonl", "--columns", "status"]
    let (input, output) = (Pipe(), Pipe())
    for descriptor in [
      input.fileHandleForReading.fileDescriptor, output.fileHandleForWriting.fileDescriptor,
    ] {
      #expect(fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) == 0)
    }
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let rows = String(repeating: "{}\n", count: 10_000)
    let writer = Thread {
      usleep(50_000)
      try? input.fileHandleForWriting.write(contentsOf: Data(rows.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    usleep(200_000)
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    #expect(written.count == 10_000 * "{\"status\":\"pending\"}\n".utf8.count)
  }
}
