import CodingRules
import StrictJSON

extension Command {
  static let topics = list(
    "topics", "list what can be asked about", remark: "each topic with the words that lead to it",
    text: { $0.topicsText($1) }, json: \.topicsJSON)
  static let codes = list(
    "codes", "list the codes and when they are in force", remark: "each code with its first and last day",
    text: { $0.codesText($1) }, json: \.codesJSON)
  static let sources = list(
    "sources", "list what the rules rest on, with addresses", remark: "each source with its weight",
    text: { $0.sourcesText($1) }, json: \.sourcesJSON)

  private static func list(
    _ name: String, _ summary: String, remark: String,
    text: @escaping @Sendable (RuleBook, TextStyle) -> String, json: any KeyPath<RuleBook, JSON> & Sendable
  ) -> Command {
    Command(
      name: name, summary: summary, examples: [("cdtadvise \(name)", remark)], ownFlags: [.listFormat, .json]
    ) { run throws(Failure) in
      if let word = run.arguments.operands.first { throw .tooManyOperands(word) }
      let book = try run.book()
      return Outcome(text: run.wantsJSON ? book[keyPath: json].text : text(book, run.style(.output)))
    }
  }
}

extension JSON {
  /// The object with one more member; the same when there is no value.
  func adding(_ key: String, _ value: JSON?) -> JSON {
    guard let value, case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }

  /// The value as it is printed: indented, a line break at the end.
  var text: String { String(decoding: bytes(.indented), as: UTF8.self) + "\n" }
}
