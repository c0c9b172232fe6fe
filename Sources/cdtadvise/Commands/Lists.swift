import CodingRules
import StrictJSON

extension Command {
  static let topics = list(
    .topics, "list the topics, with their other names", remark: "each topic with its other names",
    text: { $0.topicsText($1) }, json: \.topicsJSON)
  static let codes = list(
    .codes, "list the codes and when they are in force", remark: "each code with its first and last day",
    text: { $0.codesText($1) }, json: \.codesJSON)
  static let sources = list(
    .sources, "list the sources of the rules, with addresses", remark: "each source with its weight",
    text: { $0.sourcesText($1) }, json: \.sourcesJSON)

  private static func list(
    _ name: CommandName, _ summary: String, remark: String,
    text: @escaping @Sendable (RuleBook, TextStyle) -> String, json: any KeyPath<RuleBook, JSON> & Sendable
  ) -> Command {
    Command(
      name, .reference, summary: summary,
      examples: [("cdtadvise \(name.rawValue)", remark)], ownFlags: [.listFormat, .json]
    ) { run throws(Failure) in
      if let word = run.arguments.operands.first { throw .unexpectedArgument(word) }
      let book = try run.book()
      if run.format == .json { return Outcome(text: book[keyPath: json].text) }
      return Outcome(text: text(book, run.style(run.terminal.output)))
    }
  }
}
