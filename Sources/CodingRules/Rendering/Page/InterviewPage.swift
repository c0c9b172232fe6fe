import EmbeddedPage

/// The whole interview as one HTML file that needs no network and no installation.
///
/// The file holds the rule book as it is written; its own script asks, paths and advises.
package struct InterviewPage: Sendable {
  private let files: RuleFiles

  /// The page of the standard book.
  package static let standard = InterviewPage(files: .embedded)

  private init(files: RuleFiles) {
    self.files = files
  }

  /// The page of the book in a folder.
  ///
  /// - Throws: `UnusableRules` with all that is wrong when the book cannot be read.
  package init(folder: String) throws(UnusableRules) {
    files = try RuleFiles(folder: folder)
    _ = try RuleBook(files, isTrusted: false)
  }

  /// The page.
  ///
  /// - Parameter start: The topic and the answers with which it opens; without one it asks what was done.
  package func html(start: (topic: Topic, answers: Answers)? = nil) -> String {
    var page: [UInt8] = []
    for line in Self.part("page.html").split(separator: "\n") {
      page += filled(String(line), start)
      page.append(UInt8(ascii: "\n"))
    }
    return String(decoding: page, as: UTF8.self)
  }

  /// A line of the page's frame, with what it names in its place: a style sheet, a script, the book, the start.
  private func filled(_ line: String, _ start: (topic: Topic, answers: Answers)?) -> [UInt8] {
    if let name = line.between("<link rel=\"stylesheet\" href=\"", "\">") {
      return Array("<style>\n\(Self.part(name))</style>".utf8)
    }
    if let name = line.between("<script src=\"", "\"></script>") {
      return Array("<script>\n\(Self.part(name))</script>".utf8)
    }
    switch line {
    case "<body>": return Array("<body data-start=\"\(Self.address(start))\">".utf8)
    case "<script id=\"book\" type=\"application/json\"></script>":
      return Array("<script id=\"book\" type=\"application/json\">".utf8) + data + Array("</script>".utf8)
    default: return Array(line.utf8)
    }
  }

  /// The book's files by path as one JSON object in which no byte can end the element it stands in.
  ///
  /// In JSON a `<` stands only within texts, where it may be written as an escape.
  private var data: [UInt8] {
    var data: [UInt8] = []
    for path in files.paths {
      data += (data.isEmpty ? "{\"\(path)\": " : ",\"\(path)\": ").utf8
      for byte in files.bytes(of: path) {
        if byte == UInt8(ascii: "<") { data += "\\u003c".utf8 } else { data.append(byte) }
      }
    }
    return data + "}".utf8
  }

  /// The part of the page's address that stands for a path, as `visit.js` reads it.
  private static func address(_ start: (topic: Topic, answers: Answers)?) -> String {
    guard let start else { return "" }
    let steps = start.topic.path(start.answers).steps
    return ([start.topic.id] + steps.map { "\($0.question.field)=\($0.answer.id)" }).joined(separator: ",")
  }

  private static func part(_ name: String) -> String {
    for index in 0..<embedded_page_file_count() {
      let file = embedded_page_file_at(index)
      guard name == String(cString: file.name) else { continue }
      return String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.length), as: UTF8.self)
    }
    return ""
  }
}

extension String {
  /// What stands between a beginning and an end of the text; nil when it does not begin or end so.
  fileprivate func between(_ beginning: String, _ end: String) -> String? {
    guard hasPrefix(beginning), hasSuffix(end) else { return nil }
    return String(dropFirst(beginning.count).dropLast(end.count))
  }
}
