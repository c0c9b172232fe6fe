import EmbeddedPage

/// The whole interview as one HTML file that needs no network and no installation.
///
/// The file holds the rule book as it is written; its own script asks, walks and advises.
public struct InterviewPage: Sendable {
  private let files: RuleFiles

  /// The page of the standard book.
  public static let standard = InterviewPage(files: .embedded)

  private init(files: RuleFiles) {
    self.files = files
  }

  /// The page of the book in a folder.
  ///
  /// - Throws: `UnusableRules` with all that is wrong when the book cannot be read.
  public init(folder: String) throws(UnusableRules) {
    let log = FindingLog()
    files = try RuleFiles(folder: folder, log: log)
    _ = try BookReader(files, log: log).book()
  }

  /// The page.
  ///
  /// - Parameter start: The topic and the answers with which it opens; without one it asks what was done.
  public func html(start: (topic: Topic, answers: Answers)? = nil) -> String {
    var page = Self.part("page.html")
    page = page.replacing("<body>", with: "<body data-start=\"\(Self.address(start))\">", maxReplacements: 1)
    page = Self.withParts(page)
    return page.replacing(Self.bookPlace + Self.scriptEnd, with: Self.bookPlace + data + Self.scriptEnd)
  }

  private static let bookPlace = "<script id=\"book\" type=\"application/json\">"
  private static let scriptEnd = "</script>"

  /// The book's files by path as one JSON object in which no byte can end the element it stands in.
  ///
  /// In JSON a `<` stands only within texts, where it may be written as an escape.
  private var data: String {
    let members = files.paths.map { path in
      "\"\(path)\": " + String(decoding: files.bytes(of: path), as: UTF8.self)
    }
    return "{\(members.joined(separator: ","))}".replacing("<", with: "\\u003c")
  }

  /// The part of the page's address that stands for a walk, as `visit.js` reads it.
  private static func address(_ start: (topic: Topic, answers: Answers)?) -> String {
    guard let start else { return "" }
    let steps = start.topic.walk(start.answers).steps
    return ([start.topic.id] + steps.map { "\($0.question.field)=\($0.answer.id)" }).joined(separator: ",")
  }

  /// The page with each style sheet and script that it names standing in it.
  private static func withParts(_ page: String) -> String {
    var page = page
    for index in 0..<embedded_page_file_count() {
      let name = String(cString: embedded_page_file_at(index).name)
      page = page.replacing(
        "<link rel=\"stylesheet\" href=\"\(name)\">", with: "<style>\n\(part(name))</style>")
      page = page.replacing("<script src=\"\(name)\">", with: "<script>\n\(part(name))")
    }
    return page
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
