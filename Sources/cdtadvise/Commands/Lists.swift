import CodingRules
import StrictJSON

extension Command {
  static let topics = list(
    "topics", "list the topics, with their other names", example: "x-ray",
    text: RuleBook.topicsText, json: RuleBook.topicsJSON)
  static let codes = list(
    "codes", "list the codes and when they are in force", example: "scan",
    text: RuleBook.codesText, json: RuleBook.codesJSON)
  static let sources = list(
    "sources", "list the sources of the rules, with addresses", example: "delta",
    text: RuleBook.sourcesText, json: RuleBook.sourcesJSON)

  private static func list(
    _ name: String, _ summary: String, example: String,
    text: @escaping @Sendable (RuleBook) -> ([String], TextStyle) -> String,
    json: @escaping @Sendable (RuleBook) -> ([String]) -> JSON
  ) -> Command {
    Command(
      name: name, group: .reference, summary: summary, operands: "[WORD …]", operandKinds: [.text],
      examples: """
        cdtadvise \(name)  # all of them
        cdtadvise \(name) \(example)  # those with a word that begins so
        """, ownFlags: [.listFormat, .json]
    ) { run throws(Failure) in
      let (book, words) = (try run.book(), run.arguments.operands)
      if run.format == .json { return Outcome(text: json(book)(words).text) }
      let found = text(book)(words, run.style)
      if found.isEmpty { throw .notListed(words.joined(separator: " "), list: name) }
      return Outcome(text: found)
    }
  }
}
