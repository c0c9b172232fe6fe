import StrictJSON

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
  /// The most topics that a book has.
  static let maxTopics = 100

  /// Reads the files of a book's folder: those of `names`, and the topics that `edition.json` lists.
  ///
  /// What cannot be read, and further JSON files in the folder, become faults.
  ///
  /// - Throws: `UnusableRules` when the folder itself cannot be read.
  package init(folder: String) throws(UnusableRules) {
    var reader = FolderReader(folder: folder)
    guard let found = reader.names(below: "") else {
      throw UnusableRules(findings: [Finding(.fileUnreadable(reason: lastSystemError), file: folder)])
    }
    let topics = reader.names(below: "topics/") ?? []
    for name in Self.names where found.contains(name) { reader.read(name) }
    let listed = reader.listedTopics
    for name in topics where listed.contains(name) { reader.read(name) }
    let unlisted = (found + topics).filter { !Self.names.contains($0) && !listed.contains($0) }
    self.init(
      reader.files, faults: reader.faults + unlisted.map { Finding(.fileNotListed, file: $0) })
  }
}

/// Reads the JSON files of a folder.
private struct FolderReader {
  /// The largest rule file that is read, in bytes.
  static let maxFileSize = 16 << 20
  /// How many bytes are read of all files together.
  static let maxSize = 64 << 20

  let folder: String
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var faults: [Finding] = []
  private var size = 0

  init(folder: String) {
    self.folder = folder
  }

  /// The paths of the JSON files in the folder or in one below it, sorted; nil when it cannot be read.
  func names(below path: String) -> [String]? {
    guard let stream = unsafe opendir(folder + "/" + path) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          unsafe String(cString: $0)
        }
      }
      if name.hasSuffix(".json"), !name.hasPrefix(".") { names.append(path + name) }
    }
    return names.sorted()
  }

  /// The files of the topics that the edition lists.
  var listedTopics: [String] {
    guard let edition = files["edition.json"], let document = try? JSONDocument(edition, repeatedKeys: .kept),
      let topics = document.root["topics"]
    else { return [] }
    return topics.list.prefix(RuleFiles.maxTopics).compactMap { $0.string.map { "topics/\($0).json" } }
  }

  /// Reads a file; reports one that cannot be read.
  mutating func read(_ path: String) {
    do throws(ReadFailure) {
      let bytes = try contents(path, max: min(Self.maxFileSize, Self.maxSize - size))
      size += bytes.count
      files[path] = bytes
    } catch {
      faults.append(Finding(.fileUnreadable(reason: error.reason), file: path))
    }
  }

  private func contents(_ path: String, max: Int) throws(ReadFailure) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe would wait for its other end.
    let descriptor = unsafe open(folder + "/" + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw ReadFailure(reason: lastSystemError) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ReadFailure(reason: "it is not a regular file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= max {
      let count = unsafe readBytes(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw ReadFailure(reason: lastSystemError) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw ReadFailure(
      reason: "larger than \(Self.maxFileSize >> 20) MiB, or all files than \(Self.maxSize >> 20) MiB")
  }
}

/// Why a file cannot be read.
private struct ReadFailure: Error {
  let reason: String
}

/// The system's `read`, whose name the method above takes.
private func readBytes(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}

/// The operating system's reason for the last failure.
private var lastSystemError: String { unsafe String(cString: strerror(errno)) }
