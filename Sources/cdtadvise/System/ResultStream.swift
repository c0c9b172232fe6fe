import ClaimFiles
import CodingRules
import StrictJSON

/// The destination of a result: standard output, or a file that appears once it is complete.
final class ResultStream {
  /// Whether a person reads the result.
  let isTerminal: Bool
  private let output: ByteOutput
  private var file: OutputFile?

  /// Opens the file, runs a command, and writes its outcome; after a failure no file is left.
  ///
  /// - Parameter path: The file; nil and `-` mean standard output.
  static func write(
    to path: FilePath?, at terminal: Terminal, _ command: (ResultStream) throws(Failure) -> Outcome
  ) throws(Failure) -> ExitStatus {
    let result = try ResultStream(path, at: terminal)
    do throws(Failure) {
      let outcome = try command(result)
      guard let text = outcome.text else {
        result.discard()
        return outcome.status
      }
      try result.write(text: text)
      try result.file.take()?.finish()
      return outcome.status
    } catch {
      result.discard()
      throw error
    }
  }

  private init(_ path: FilePath?, at terminal: Terminal) throws(Failure) {
    if let path, !path.isStandardStream {
      let opened = try OutputFile(path, at: terminal)
      let descriptor = opened.descriptor
      output = ByteOutput(write: { bytes throws(SystemError) in try descriptor.writeAll(bytes) })
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

  /// Writes rows; on a terminal, with line feeds for line breaks and other control characters made printable.
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

  private func discard() { file.take()?.discard() }
}
