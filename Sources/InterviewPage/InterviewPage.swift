package import CodingRules

/// The whole interview as one HTML file that needs no network and no installation.
///
/// The file holds this library compiled to WebAssembly and a rule book as it is written, so the page asks, reads and
/// advises as the command does.
package struct InterviewPage: Sendable {
  private let files: RuleFiles

  /// The page of a book.
  package init(_ book: RuleBook) { files = book.files }

  /// The page; nil when the build could not compile it.
  ///
  /// - Parameter start: The link with which it opens; without one it asks what was done.
  package func html(start: String = "") -> String? {
    guard !pageProgram.isEmpty else { return nil }
    var page: [UInt8] = []
    for line in pageFrame.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line {
      case "<body>": page += "<body data-start=\"\(start)\">".utf8
      case "<!-- program -->":
        page += "<script id=\"program\" type=\"text/plain\">\(pageProgram)</script>".utf8
      case "<!-- rules -->": for path in files.paths { page += rules(path) }
      default: page += line.utf8
      }
      page.append(UInt8(ascii: "\n"))
    }
    return String(decoding: page, as: UTF8.self)
  }

  /// A rule file in an element of its own, which no byte of it can end.
  ///
  /// In JSON a `<` occurs only within strings, where it may be written as an escape.
  private func rules(_ path: String) -> [UInt8] {
    let name = RuleFiles.standardFolder + path
    var data = Array("<script type=\"application/json\" data-path=\"\(name)\">".utf8)
    for byte in files.bytes(of: path) {
      if byte == UInt8(ascii: "<") { data += "\\u003C".utf8 } else { data.append(byte) }
    }
    return data + "</script>\n".utf8
  }
}
