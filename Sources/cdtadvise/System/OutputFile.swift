import Glibc

/// An output file that appears under its name once it is complete; devices and pipes are written to directly.
struct OutputFile: ~Copyable {
  let descriptor: Descriptor
  private let path: FilePath
  /// The temporary file in the same folder; nil for a device or a pipe.
  private let temporary: FilePath?
  private let removeOnSignal: @Sendable (FilePath?) -> Void

  /// Opens the file; a bad path is thus reported before the work begins.
  init(_ path: FilePath, at terminal: Terminal) throws(Failure) {
    let opened: (path: FilePath, temporary: FilePath?, descriptor: Descriptor)
    do throws(SystemError) {
      opened = try Self.prepare(path, terminal.removeOnSignal)
    } catch {
      terminal.removeOnSignal(nil)
      throw .cannotCreate(path: path.text, reason: error.reason)
    }
    (self.path, temporary, descriptor) = opened
    removeOnSignal = terminal.removeOnSignal
  }

  private static func prepare(
    _ path: FilePath, _ removeOnSignal: (FilePath?) -> Void
  ) throws(SystemError) -> (path: FilePath, temporary: FilePath?, descriptor: Descriptor) {
    var status = stat()
    guard unsafe stat(path.cString, &status) == 0 else {
      // A dangling link is refused, since renaming a file to it would replace the link.
      if unsafe lstat(path.cString, &status) == 0 { throw SystemError(code: ENOENT) }
      let file = try makeTemporaryFile(near: path, mode: 0o666, removeOnSignal)
      return (path, file.path, file.descriptor)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return (path, nil, try Descriptor(opening: path, O_WRONLY, isOwned: false))
    }
    let target = resolved(path)
    let file = try makeTemporaryFile(near: target, mode: 0o600, removeOnSignal)
    file.descriptor.takeOwnerAndMode(of: status)
    return (target, file.path, file.descriptor)
  }

  /// The path with symbolic links resolved, so that a link is kept.
  private static func resolved(_ path: FilePath) -> FilePath {
    guard let resolved = unsafe realpath(path.cString, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe FilePath(bytes: UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Creates a file with a unique name, which the signal handler knows beforehand.
  private static func makeTemporaryFile(
    near path: FilePath, mode: mode_t, _ removeOnSignal: (FilePath?) -> Void
  ) throws(SystemError) -> (path: FilePath, descriptor: Descriptor) {
    while true {
      let suffix = String(UInt64.random(in: 0 ... .max), radix: 36)
      let temporary = path.sibling(".cdtadvise-" + suffix)
      removeOnSignal(temporary)
      do throws(SystemError) {
        return (
          temporary,
          try Descriptor(opening: temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode, isOwned: false)
        )
      } catch {
        if error.code != EEXIST { throw error }
      }
    }
  }

  /// Renames the complete file; removes it on failure.
  consuming func finish() throws(Failure) {
    let isStored = temporary == nil || fsync(descriptor.number) == 0 || errno == EINVAL
    let isClosed = isStored && close(descriptor.number) == 0
    guard isClosed, temporary.map({ unsafe rename($0.cString, path.cString) == 0 }) ?? true else {
      let failure = SystemError.last
      if !isStored { close(descriptor.number) }
      remove()
      throw .writeFailed(reason: failure.reason)
    }
    removeOnSignal(nil)
  }

  /// Closes and removes the file.
  consuming func discard() {
    close(descriptor.number)
    remove()
  }

  private func remove() {
    if let temporary { unsafe unlink(temporary.cString) }
    removeOnSignal(nil)
  }
}

extension Descriptor {
  /// Copies owner and permissions of the file that is being replaced.
  fileprivate func takeOwnerAndMode(of old: stat) {
    let hasOwner = fchown(number, old.st_uid, old.st_gid) == 0
    fchmod(number, old.st_mode & (hasOwner ? 0o7777 : 0o777))
  }
}
