import Foundation

/// Runs the built command as users do.
struct CommandProcess {
  /// The command next to the test bundle; its processes start with default signal actions.
  static let executable = {
    handleIgnoredSignals()
    return URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("cdtadvise")
  }()

  /// Handles signals that `&` or `nohup` made this process ignore: child processes inherit ignored
  /// signals but not handled ones.
  private static func handleIgnoredSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let before = signal(number) { _ in }
      let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
      if !isIgnored { signal(number, before) }
    }
  }

  /// The profile destination of a coverage run; otherwise, it would be the folder of the test.
  static let coverage = ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }

  /// Runs the command, or another program, with a fixed environment.
  static func run(
    _ arguments: [String], of program: String = executable.path, input: Data = Data(),
    environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> CommandResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = CommandRun.environment.merging(coverage) { $1 }.merging(environment) { $1 }
    let (inPipe, outPipe, errPipe) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inPipe
    process.standardOutput = outPipe
    process.standardError = errPipe
    try process.run()
    let writer = Thread {
      try? inPipe.fileHandleForWriting.write(contentsOf: input)
      try? inPipe.fileHandleForWriting.close()
    }
    writer.start()
    let errors = Box()
    let reader = Thread { errors.set(errPipe.fileHandleForReading.readDataToEndOfFile()) }
    reader.start()
    let output = outPipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return CommandResult(
      output: String(decoding: output, as: UTF8.self), errors: String(decoding: errors.wait(), as: UTF8.self),
      status: process.terminationReason == .uncaughtSignal
        ? 128 + process.terminationStatus : process.terminationStatus)
  }

  /// Runs a shell command line in which `$0` is the command.
  static func shell(_ line: String, in folder: URL? = nil) throws -> CommandResult {
    try run(["-c", line, executable.path], of: "/bin/sh", in: folder)
  }
}

/// A value passed from one thread to another.
private final class Box: @unchecked Sendable {
  private let condition = NSCondition()
  private var data: Data?

  func set(_ data: Data) {
    condition.withLock {
      self.data = data
      condition.signal()
    }
  }

  func wait() -> Data {
    condition.withLock {
      while data == nil { condition.wait() }
      return data ?? Data()
    }
  }
}
