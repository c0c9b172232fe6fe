import Glibc
import StrictJSON

extension RuleBook {
  /// Reads all of the book in a folder.
  ///
  /// - Throws: `UnusableRules` with all findings if a file is missing or malformed, or refers to
  ///   something that does not exist.
  public init(folder: String) throws(UnusableRules) {
    try self.init(RuleFiles(folder: folder), isTrusted: false)
  }
}

extension RuleFiles {
  /// The maximum number of topics in a book.
  static let maxTopics = 100

  /// Reads the files of a book's folder: those in `names` and the topics that `edition.json` lists.
  ///
  /// Unreadable files and any other JSON files become faults.
  ///
  /// - Throws: `UnusableRules` if the folder itself cannot be read.
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
      reader.files,
      faults: reader.faults
        + unlisted.map {
          Finding("not a file of a rule book, and not listed under 'topics' in edition.json", file: $0)
        })
  }
}

/// A reader of the JSON files in a folder.
private struct FolderReader {
  /// The maximum size of a rule file, in bytes.
  static let maxFileSize = 16 << 20
  /// The maximum total size of all rule files, in bytes.
  static let maxSize = 64 << 20

  let folder: String
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var faults: [Finding] = []
  var size = 0

  /// Returns the sorted paths of the JSON files directly below a path; nil if it cannot be read.
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

  /// Reads a file, reporting a failure.
  mutating func read(_ path: String) {
    do throws(Finding.Problem) {
      let bytes = try contents(path, max: min(Self.maxFileSize, Self.maxSize - size))
      size += bytes.count
      files[path] = bytes
    } catch {
      faults.append(Finding(error, file: path))
    }
  }

  private func contents(_ path: String, max: Int) throws(Finding.Problem) -> [UInt8] {
    // Without O_NONBLOCK, opening a named pipe would block until it has a writer.
    let descriptor = unsafe open(folder + "/" + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .fileUnreadable(reason: lastSystemError) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .fileUnreadable(reason: "it is not a regular file")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= max {
      let count = unsafe readBytes(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .fileUnreadable(reason: lastSystemError) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
    throw .fileUnreadable(
      reason: "larger than \(Self.maxFileSize >> 20) MiB, or all files than \(Self.maxSize >> 20) MiB")
  }
}

/// The system's `read`, which the method above shadows.
private func readBytes(_ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  unsafe read(descriptor, buffer, count)
}

/// The operating system's message for the last error.
private var lastSystemError: String { unsafe String(cString: strerror(errno)) }
