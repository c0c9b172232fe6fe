import StrictJSON

/// The files of a rule book, by path relative to its folder.
package struct RuleFiles: Sendable {
  /// The paths of a book's files, without its topics.
  static let names = [
    "edition.json", "sources.json", "codes.json", "cards.json", "devices.json", "shared.json", "checks.json",
    "audit.json", "cases.json", "phrases.json", "sentences.json",
  ]

  private enum Content {
    /// The standard book's files, which are embedded and were checked before the build.
    case embedded
    /// The files of a folder, as bytes.
    case folder([String: [UInt8]])
  }

  private let content: Content
  /// The findings about files that could not be read.
  let faults: [Finding]

  /// The standard book's files.
  package static let embedded = RuleFiles(content: .embedded, faults: [])

  private init(content: Content, faults: [Finding]) {
    self.content = content
    self.faults = faults
  }

  init(_ files: [String: [UInt8]], faults: [Finding] = []) {
    self.init(content: .folder(files), faults: faults)
  }

  /// The folder of the standard book below `rules`.
  package static let standardFolder = "cdt-2026/"

  /// Whether the files were checked before the build.
  var isChecked: Bool { if case .embedded = content { true } else { false } }

  /// The paths, sorted.
  package var paths: [String] {
    switch content {
    case .embedded: BundledFiles.paths(in: Self.standardFolder)
    case .folder(let files): files.keys.sorted()
    }
  }

  /// Returns the bytes of a file; empty if it does not exist.
  package func bytes(of path: String) -> [UInt8] {
    switch content {
    case .embedded: BundledFiles.bytes(of: Self.standardFolder + path) ?? []
    case .folder(let files): files[path] ?? []
    }
  }

  /// Reads a required file; nil, and reported, if it does not exist or is not JSON.
  func document(_ path: String, log: FindingLog) -> Written? {
    let file = Written.File(path: path, log: log, isChecked: isChecked)
    switch content {
    case .embedded:
      if let document = BundledFiles.document(Self.standardFolder + path) {
        return Written(value: document.root, file: file)
      }
    case .folder(let files):
      guard let bytes = files[path] else { break }
      do throws(JSONError) {
        return Written(value: try JSONDocument(bytes, repeatedKeys: .kept).root, file: file)
      } catch {
        log.add(Finding(Finding.Problem("\(error)", .unreadableFile), file: path, offset: error.offset))
        return nil
      }
    }
    log.add(Finding(Finding.Problem("the file is missing", .unreadableFile), file: path))
    return nil
  }

  /// Returns the findings with lines and columns, where their files are available.
  func located(_ findings: [Finding]) -> [Finding] {
    findings.map { finding in
      let bytes = bytes(of: finding.file)
      guard !bytes.isEmpty, finding.offset != nil || !finding.path.isEmpty,
        let offset = finding.offset
          ?? (try? JSONDocument(bytes, repeatedKeys: .kept))?.offset(of: finding.path)
      else { return finding }
      var located = finding
      located.position = TextPosition(of: offset, in: bytes)
      return located
    }
  }
}

extension JSONDocument {
  /// Returns the offset of the value at a path such as `questions[1].answers[0]`, or of its deepest
  /// existing ancestor.
  fileprivate func offset(of path: String) -> Int {
    var value = root
    for part in path.split(whereSeparator: { ".[]".contains($0) }) {
      let next =
        Int(part).flatMap { index in value.list.dropFirst(index).first { _ in true } } ?? value[String(part)]
      guard let next else { break }
      value = next
    }
    return value.offset
  }
}
