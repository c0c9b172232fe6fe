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
  func write(_ bytes: RawSpan) throws(SystemError) { try output.write(bytes) }

  /// Writes a text.
  func write(text: String) throws(SystemError) { try output.write(text: text) }

  /// Gives the file its name.
  func finish() throws(Failure) { try file.take()?.finish() }

  /// Leaves no file.
  func discard() { file.take()?.discard() }
}
