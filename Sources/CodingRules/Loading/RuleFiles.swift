import EmbeddedRules
import StrictJSON

/// The files of a rule book by their paths below its folder.
enum RuleFiles {
  /// The standard book's files, which are part of the program and were checked before it was built.
  case embedded
  /// The files of a folder, as bytes.
  case folder([String: [UInt8]])

  /// Whether the files were checked before.
  var isChecked: Bool { if case .embedded = self { true } else { false } }

  /// The paths, sorted.
  var paths: [String] {
    switch self {
    case .embedded:
      (0..<embedded_rule_file_count()).map { String(cString: embedded_rule_file_at($0).path) }.sorted()
    case .folder(let files): files.keys.sorted()
    }
  }

  /// The bytes of a file; none when it is not there.
  func bytes(of path: String) -> [UInt8] {
    switch self {
    case .embedded:
      for index in 0..<embedded_rule_file_count() {
        let file = embedded_rule_file_at(index)
        guard path == String(cString: file.path) else { continue }
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
      }
      return []
    case .folder(let files): return files[path] ?? []
    }
  }

  /// The value of a file that must be there; nil, and told, when it is not there or not JSON.
  func document(_ path: String, log: FindingLog) -> Written? {
    let file = Written.File(path: path, log: log, isChecked: isChecked)
    switch self {
    case .embedded:
      for index in 0..<embedded_rule_file_count() {
        let embedded = embedded_rule_file_at(index)
        guard path == String(cString: embedded.path) else { continue }
        let bytes = UnsafeBufferPointer(start: embedded.bytes, count: embedded.length)
        return Written(value: JSONDocument(unchecked: bytes).root, file: file)
      }
    case .folder(let files):
      guard let bytes = files[path] else { break }
      do throws(JSONError) {
        return Written(value: try JSONDocument(bytes, repeatedKeys: .kept).root, file: file)
      } catch {
        let position = TextPosition(of: error.offset, in: bytes)
        log.add(
          .notJSON(reason: "\(error)", line: position.line, column: position.column), file: path)
        return nil
      }
    }
    log.add(.fileMissing, file: path)
    return nil
  }
}
