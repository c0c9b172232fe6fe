import StrictJSON

/// The files of a book as JSON documents, each read when it is first asked for.
final class DocumentSet {
  let files: RuleFiles
  let log: FindingLog

  init(_ files: RuleFiles, log: FindingLog) {
    self.files = files
    self.log = log
  }

  /// The value of a file that must be there; nil, and told, when it is not there or not JSON.
  func document(_ path: String) -> Written? {
    guard let bytes = files[path] else {
      log.add(.fileMissing, file: path)
      return nil
    }
    do throws(JSONError) {
      let document = try JSONDocument(bytes, repeatedKeys: .kept)
      return Written(value: document.root, file: path, place: .root, log: log)
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      log.add(
        .notJSON(reason: "\(error)", line: position.line, column: position.column), file: path)
      return nil
    }
  }
}
