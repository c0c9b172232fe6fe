#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RuleBook {
  /// Reads the book in a folder, all of it at once.
  ///
  /// - Throws: `UnusableRules` with everything that is wrong when a file is missing, malformed or names what does not
  ///   exist.
  public init(folder: String) throws(UnusableRules) {
    try self.init(RuleFiles(folder: folder), isTrusted: false)
  }
}

extension RuleFiles {
  /// Reads the JSON files of a book's folder and of `topics` in it; what cannot be read becomes a fault.
  ///
  /// - Throws: `UnusableRules` when the folder itself cannot be read.
  init(folder: String) throws(UnusableRules) {
    var reader = FolderReader(folder: folder)
    guard reader.canOpen else {
      throw UnusableRules(findings: [Finding(.fileUnreadable(reason: lastSystemError), file: folder)])
    }
    reader.readFiles(below: "")
    if access(folder + "/topics", F_OK) == 0 { reader.readFiles(below: "topics/") }
    self.init(reader.files, faults: reader.faults)
  }
}

/// Reads the JSON files of a folder.
private struct FolderReader {
  /// The largest rule file that is read, in bytes.
  static let maxFileSize = 16 << 20

  let folder: String
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var faults: [Finding] = []

  init(folder: String) {
    self.folder = folder
  }

  var canOpen: Bool {
    guard let stream = opendir(folder) else { return false }
    closedir(stream)
    return true
  }

  /// Reads the files of the folder, or of one below it whose path ends in a slash.
  mutating func readFiles(below path: String) {
    guard let stream = opendir(folder + "/" + path) else {
      return report(lastSystemError, path.isEmpty ? folder : String(path.dropLast()))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name.hasSuffix(".json"), !name.hasPrefix(".") { names.append(name) }
    }
    for name in names.sorted() { files[path + name] = read(path + name) }
  }

  private mutating func report(_ reason: String, _ path: String) {
    faults.append(Finding(.fileUnreadable(reason: reason), file: path))
  }

  /// The bytes of a file; nil, and reported, when it cannot be read.
  private mutating func read(_ path: String) -> [UInt8]? {
    let descriptor = open(folder + "/" + path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      report(lastSystemError, path)
      return nil
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.maxFileSize {
      let count = readBytes(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        report(lastSystemError, path)
        return nil
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    report("larger than \(Self.maxFileSize >> 20) MiB", path)
    return nil
  }
}

/// The system's `read`, whose name the method above takes.
private func readBytes(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// The operating system's reason for the last failure.
private var lastSystemError: String { String(cString: strerror(errno)) }
