import ClaimFiles
import CodingRules
import Synchronization

@testable import cdtadvise

/// Runs the command on arbitrary bytes and checks invariants.
struct FuzzRun {
  /// The command-line arguments.
  var words: [[UInt8]]
  /// Standard input.
  var input: [UInt8] = []
  /// How many bytes are read at once.
  var readSize = Int.max
  /// Whether input and output are a terminal.
  var isTerminal = false
  /// Whether keys are delivered one by one.
  var readsKeys = false

  /// The result of a run.
  struct Result: Equatable {
    var output: [UInt8]
    var errors: [UInt8]
    var status: ExitStatus
  }

  /// Runs the command; traps if the result violates an invariant.
  @discardableResult
  func run() -> Result {
    let (source, output, errors) = (Source(input, readSize), Sink(), Sink())
    let terminal = Terminal(
      // Input of known size is read on this thread only, so that coverage is deterministic.
      input: ByteInput(name: "standard input", isTerminal: isTerminal, size: input.count, read: source.read),
      output: ByteOutput(isTerminal: isTerminal, write: output.write),
      errors: ByteOutput(isTerminal: isTerminal, write: errors.write),
      environment: { ["LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1", "TERM": "vt100"][$0] },
      today: { CalendarDay("2026-03-02") }, seconds: { 0 }, removeOnSignal: { _ in },
      readKeys: { _ in readsKeys })
    let status = cdtadvise.run(words, at: terminal)
    let result = Result(output: output.bytes, errors: errors.bytes, status: status)
    precondition(status != .internalError)
    if isTerminal && !readsKeys { precondition(isSafe(result.output) && isSafe(result.errors)) }
    return result
  }

  /// Whether the bytes are text without terminal control characters.
  private func isSafe(_ bytes: [UInt8]) -> Bool {
    if bytes.allSatisfy({ $0 == 0x0A || (0x20..<0x7F).contains($0) }) { return true }
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    // CSV rows end with CRLF.
    return text.replacing("\r\n", with: "\n").unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || !($0.isControl || $0.isBidirectionalControl)
    }
  }
}

extension FuzzRun {
  init(_ line: String) { words = line.split(separator: " ").map { Array($0.utf8) } }
}

/// An input stream of bytes.
private final class Source: Sendable {
  private let rest: Mutex<ArraySlice<UInt8>>
  private let readSize: Int

  init(_ bytes: [UInt8], _ readSize: Int) {
    rest = Mutex(bytes[...])
    self.readSize = readSize
  }

  @Sendable func read(_ span: inout MutableRawSpan) throws(InputError) -> Int {
    span.withUnsafeMutableBytes { buffer in
      rest.withLock { rest in
        let piece = rest.prefix(min(buffer.count, readSize))
        buffer.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }
    }
  }
}

/// An output stream that records bytes.
private final class Sink: Sendable {
  private let written = Mutex<[UInt8]>([])

  @Sendable func write(_ span: RawSpan) throws(SystemError) {
    span.withUnsafeBytes { bytes in written.withLock { $0.append(contentsOf: bytes) } }
  }

  var bytes: [UInt8] { written.withLock { $0 } }
}
