extension Check {
  /// No question asks for a field that a flag, a column or a key of the program already has.
  static let fieldsFree = Check { book in
    book.topics.flatMap { topic in
      topic.ownQuestions.filter { RuleBook.reservedFields.contains($1.field) }.map {
        topic.finding(.fieldReserved($1.field), $0)
      }
    }
  }
}

extension RuleBook {
  /// The names that no field can have: the flags of the command, and the columns and keys of a batch.
  package static let reservedFields: Set<String> = [
    "advice", "answer", "answers", "ascii", "color", "columns", "count", "date", "date-column", "depth",
    "details", "expand",
    "facts", "fail-fast", "format", "from", "full", "help", "json", "no-color", "no-input", "on", "output",
    "pass", "problem", "quiet", "report", "rules", "say", "seed", "services", "show", "show-values", "status",
    "strict", "surgery", "only", "skip", "sorted", "fail-on", "map", "plan",
    "to", "topic", "version", "why-not",
  ]
}
