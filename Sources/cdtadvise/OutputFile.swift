#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that appears under its name whole or not at all; a device or a pipe is written to as it stands.
struct OutputFile: ~Copyable {
  private let path: String
  /// The file beside it that becomes it; nil for what is no regular file.
  private let draft: String?
  /// Where to write.
  let descriptor: CInt

  /// Opens a draft beside the file, so that a bad path is told before the work.
  init(_ path: String) throws(Failure) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    let isRegular = !isThere || status.st_mode & S_IFMT == S_IFREG
    self.path = isThere ? Self.target(of: path) : path
    draft = isRegular ? "\(self.path).\(getpid()).draft" : nil
    if let draft {
      Terminal.removeOnInterrupt(draft)
      descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    } else {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw Failure.cannotCreate(path: path, reason: Terminal.lastSystemError)
    }
    if isThere && isRegular { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// The file behind a symbolic link, so that the link stays one.
  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes the bytes and gives the file its name; on failure nothing is left.
  consuming func finish(_ bytes: [UInt8]) throws(Failure) {
    do throws(Terminal.WriteError) {
      try Terminal.write(bytes, to: descriptor)
    } catch {
      discard()
      throw .writeFailed(reason: error.reason)
    }
    let isClosed = close(descriptor) == 0
    guard isClosed, draft.map({ rename($0, path) == 0 }) ?? true else {
      let reason = Terminal.lastSystemError
      if let draft { unlink(draft) }
      throw .writeFailed(reason: reason)
    }
  }

  /// Removes the draft.
  consuming func discard() {
    close(descriptor)
    if let draft { unlink(draft) }
  }
}
