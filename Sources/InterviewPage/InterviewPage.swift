package import CodingRules

/// The interview as a single HTML file that needs no network or installation.
///
/// The file contains this library, compiled to WebAssembly, and the source files of a rule book, so
/// the page asks, reads, and advises exactly like the command.
package struct InterviewPage: Sendable {
  private let files: RuleFiles

  /// Creates the page of a book.
  package init(_ book: RuleBook) { files = book.files }

  /// The HTML of the page; nil if the build could not compile the program.
  ///
  /// - Parameter start: The link to open initially; if empty, the page asks what was done.
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

  /// Embeds a rule file in a script element that its content cannot close.
  ///
  /// In JSON, `<` occurs only inside strings, where it can be escaped.
  private func rules(_ path: String) -> [UInt8] {
    let name = RuleFiles.standardFolder + path
    var data = Array("<script type=\"application/json\" data-path=\"\(name)\">".utf8)
    for byte in files.bytes(of: path) {
      if byte == UInt8(ascii: "<") { data += "\\u003C".utf8 } else { data.append(byte) }
    }
    return data + "</script>\n".utf8
  }
}
