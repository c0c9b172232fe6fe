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
    "advice", "agreement", "answer", "answers", "ascii", "billed", "choices", "color", "columns",
    "count", "date", "date-column", "depth", "details", "edition", "encoding", "expand", "facts",
    "fail-fast", "fail-on", "format", "from", "full", "help", "ignore", "included_in", "json",
    "map", "no-color", "no-input", "not_separately", "nothing", "on", "only", "output", "pass",
    "plan", "problem", "profile", "quiet", "record", "remarks", "report", "rules", "say", "seed",
    "services", "set", "show", "show-values", "skip", "sorted", "status", "strict", "surgery",
    "text", "to", "topic", "version", "visit-by", "why-not",
  ]
}
