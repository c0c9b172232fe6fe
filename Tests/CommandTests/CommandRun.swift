import ClaimFiles
import CodingRules
import Foundation
import Synchronization
import TestSupport

@testable import cdtadvise

/// The output, the errors, and the exit status of a run.
struct CommandResult: Equatable {
  let output: String
  let errors: String
  let status: Int32
}

/// Runs the command in-process with a simulated terminal.
enum CommandRun {
  /// The default date of service.
  static let today = CalendarDay("2026-03-02")

  /// The environment of every run.
  static let environment = ["LC_ALL": "C.UTF-8", "COLUMNS": "80"]

  /// Runs the command.
  ///
  /// - Parameter isTerminal: Whether standard input, output, and error are a terminal.
  static func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
    isTerminal: Bool = false
  ) -> CommandResult {
    run(
      bytes: arguments.map { Array($0.utf8) }, input: input, environment: environment,
      isTerminal: isTerminal)
  }

  /// Runs the command with arguments that may not be valid text.
  static func run(
    bytes arguments: [[UInt8]], input: Data = Data(), environment: [String: String] = [:],
    isTerminal: Bool = false
  ) -> CommandResult {
    _ = isInPackageFolder
    let (source, output, errors) = (Source(input), Sink(), Sink())
    let variables = Self.environment.merging(environment) { $1 }
    let terminal = Terminal(
      input: ByteInput(name: "standard input", isTerminal: isTerminal, read: source.read),
      output: ByteOutput(isTerminal: isTerminal, write: output.write),
      errors: ByteOutput(isTerminal: isTerminal, write: errors.write),
      environment: { name in variables[name].flatMap { $0.isEmpty ? nil : $0 } },
      today: { today }, seconds: { 0 }, removeOnSignal: { _ in })
    let status = cdtadvise.run(arguments, at: terminal)
    return CommandResult(output: output.text, errors: errors.text, status: status.rawValue)
  }

  /// Recorded command lines have paths relative to the package.
  private static let isInPackageFolder = FileManager.default.changeCurrentDirectoryPath(
    TestFiles.package.path)
}

/// An input stream of bytes, which can be read in pieces, as from a keyboard.
final class Source: Sendable {
  private let rest: Mutex<Data>
  private let piece: Int

  init(_ bytes: Data, piece: Int = .max) {
    rest = Mutex(bytes)
    self.piece = piece
  }

  @Sendable func read(_ span: inout MutableRawSpan) throws(InputError) -> Int {
    span.withUnsafeMutableBytes { buffer in
      rest.withLock { rest in
        let count = min(buffer.count, rest.count, piece)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
      }
    }
  }
}

/// An output stream that records bytes.
final class Sink: Sendable {
  private let bytes = Mutex<[UInt8]>([])

  @Sendable func write(_ span: RawSpan) throws(SystemError) {
    span.withUnsafeBytes { written in bytes.withLock { $0.append(contentsOf: written) } }
  }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
