extension Check {
  /// No field has the name of a built-in flag, column or key.
  static let fieldsNotReserved = Check { book in
    book.topics.flatMap { topic in
      topic.ownQuestions.filter { RuleBook.reservedFields.contains($1.field) }.map {
        topic.finding("the program needs the name '\($1.field)' for a flag or a column", $0)
      }
    }
  }
}

extension RuleBook {
  /// The names that fields cannot have: the flags of the command, and batch columns and keys.
  package static let reservedFields: Set<String> = [
    "advice", "agreement", "answer", "answers", "ascii", "billed", "choices", "color", "columns",
    "count", "date", "depth", "details", "edition", "encoding", "expand", "facts",
    "fail-fast", "fail-on", "format", "from", "full", "help", "ignore", "included_in", "json",
    "map", "no-color", "no-input", "not_separately", "nothing", "on", "only", "output", "pass",
    "plan", "problem", "profile", "quiet", "record", "remarks", "report", "rules", "say", "seed",
    "services", "set", "show", "show-values", "skip", "sorted", "status", "strict", "surgery",
    "text", "to", "topic", "version", "visit-by", "why-not",
  ]
}
