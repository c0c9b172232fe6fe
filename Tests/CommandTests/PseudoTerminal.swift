import Foundation
import Glibc
import TestSupport

/// Runs the command at a pseudo-terminal, whose other side reads prompts and types lines.
final class PseudoTerminal {
  private let main: FileHandle
  private let process = Process()
  private let outPipe = Pipe()

  /// The Linux ioctls that unlock the other side of a pseudo-terminal and return its number.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// Starts the command with the terminal as standard input, standard error, and, unless piped,
  /// standard output.
  ///
  /// - Parameter rules: The folder of the rule book; empty for the built-in one.
  init(
    _ arguments: [String], rules: String = TestFiles.testBook, pipesOutput: Bool = false,
    kind: String = "xterm"
  ) throws {
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var unlocked: CInt = 0
    var number: CInt = 0
    guard descriptor >= 0, ioctl(descriptor, Self.setLock, &unlocked) == 0,
      ioctl(descriptor, Self.getNumber, &number) == 0
    else { throw POSIXError(.ENXIO) }
    let name = "/dev/pts/\(number)"
    main = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let side = FileHandle(fileDescriptor: open(name, O_RDWR | O_NOCTTY | O_CLOEXEC), closeOnDealloc: true)
    process.executableURL = CommandProcess.executable
    process.arguments = arguments
    process.environment = [
      "TERM": kind, "COLUMNS": "80", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "CDTADVISE_RULES": rules,
    ]
    process.standardInput = side
    process.standardError = side
    process.standardOutput = pipesOutput ? outPipe as Any : side as Any
    try process.run()
    try side.close()
  }

  /// Reads until the shown text ends with `end`; returns the text shown since the last call.
  func read(until end: String) -> String {
    var shown = ""
    while !shown.hasSuffix(end) {
      let data = main.availableDataOrEnd
      guard !data.isEmpty else { break }
      shown += String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n")
    }
    return shown
  }

  /// Types a line or keys.
  func type(_ keys: String) throws { try main.write(contentsOf: Data(keys.utf8)) }

  /// Sends a signal, as Ctrl-C does.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Waits for the command to exit; returns the remaining text, the piped output, and the status.
  func finish() -> (shown: String, piped: String, status: Int32) {
    let shown = read(until: "\u{0}")
    let piped = process.standardOutput is Pipe ? outPipe.fileHandleForReading.readDataToEndOfFile() : Data()
    process.waitUntilExit()
    let isSignal = process.terminationReason == .uncaughtSignal
    return (
      shown, String(decoding: piped, as: UTF8.self),
      isSignal ? 128 + process.terminationStatus : process.terminationStatus
    )
  }
}

extension FileHandle {
  /// The available bytes; empty at the end, which a pseudo-terminal reports as an error.
  fileprivate var availableDataOrEnd: Data {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
    return count > 0 ? Data(buffer[..<count]) : Data()
  }
}
