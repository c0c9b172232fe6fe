import ClaimFiles
import CodingRules
import StrictJSON

/// Where a result goes while it grows: standard output, or a file that appears when it is complete.
final class ResultStream {
  /// Whether a person reads it.
  let isTerminal: Bool
  private let output: ByteOutput
  private var file: OutputFile?

  /// Opens the file; no path, and `-`, are standard output.
  init(_ path: FilePath?, at terminal: Terminal) throws(Failure) {
    if let path, !path.isStandardStream {
      let opened = try OutputFile(path, at: terminal)
      let descriptor = opened.descriptor
      output = ByteOutput(
        write: { bytes throws(SystemError) in try descriptor.writeAll(bytes) })
      file = consume opened
    } else {
      output = terminal.output
      file = nil
    }
    isTerminal = output.isTerminal
  }

  /// Writes bytes.
  func write(_ bytes: RawSpan) throws(Failure) {
    do throws(SystemError) {
      try output.write(bytes)
    } catch {
      throw .writeFailed(reason: error.reason)
    }
  }

  /// Writes a text.
  func write(text: String) throws(Failure) { try unsafe write(text.utf8Span.span.bytes) }

  /// Writes rows; to a terminal without the control characters that it would obey, each line break as its own.
  func write(_ bytes: borrowing PaddedBytes, _ rows: Range<Int>) throws(Failure) {
    guard isTerminal else {
      return try bytes.withSpan(rows) { rows throws(Failure) in try unsafe write(rows.bytes) }
    }
    try bytes.forEachPiece(of: rows) { piece throws(Failure) in
      var shown = ""
      for scalar in piece.replacing("\r\n", with: "\n").unicodeScalars {
        switch scalar {
        case "\n", "\t": shown.unicodeScalars.append(scalar)
        case "\r": shown += "\n"
        default: shown += printable(String(scalar))
        }
      }
      try write(text: shown)
    }
  }

  /// Gives the file its name.
  func finish() throws(Failure) { try file.take()?.finish() }

  /// Leaves no file.
  func discard() { file.take()?.discard() }
}
