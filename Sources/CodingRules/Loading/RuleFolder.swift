#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension RuleFiles {
  /// The largest rule file that is read, in bytes.
  static let largestFile = 16 << 20

  /// Reads the JSON files of a book's folder and of `topics` in it; what cannot be read is told to the log.
  ///
  /// - Throws: `UnusableRules` when the folder itself cannot be read.
  init(folder: String, log: FindingLog) throws(UnusableRules) {
    guard let stream = opendir(folder) else {
      throw UnusableRules(findings: [Finding(.fileUnreadable(reason: lastSystemError), file: folder)])
    }
    closedir(stream)
    var files: [String: [UInt8]] = [:]
    for name in Self.jsonFiles(in: folder, log: log, called: "") {
      files[name] = Self.read(folder + "/" + name, called: name, log)
    }
    let topics = folder + "/topics"
    if access(topics, F_OK) == 0 {
      for name in Self.jsonFiles(in: topics, log: log, called: "topics") {
        files["topics/" + name] = Self.read(topics + "/" + name, called: "topics/" + name, log)
      }
    }
    self = .folder(files)
  }

  private static func jsonFiles(in folder: String, log: FindingLog, called: String) -> [String] {
    guard let stream = opendir(folder) else {
      log.add(.fileUnreadable(reason: lastSystemError), file: called.isEmpty ? folder : called)
      return []
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
    return names.sorted()
  }

  /// The bytes of a file; nil, and told, when it cannot be read.
  private static func read(_ path: String, called name: String, _ log: FindingLog) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      log.add(.fileUnreadable(reason: lastSystemError), file: name)
      return nil
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= largestFile {
      let count = readBytes(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        log.add(.fileUnreadable(reason: lastSystemError), file: name)
        return nil
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    log.add(.fileUnreadable(reason: "larger than \(largestFile >> 20) MiB"), file: name)
    return nil
  }
}

/// The system's `read`, whose name the method above takes.
private func readBytes(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// The operating system's reason for the last failure.
private var lastSystemError: String { String(cString: strerror(errno)) }
