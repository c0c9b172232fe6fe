package import ClaimFiles
package import CodingRules
import StrictJSON

/// A problem with a row.
package enum RowProblem: Error {
  /// The row is malformed; it spans this many lines.
  case malformed(RowFault, lines: Int)
  /// A key that is not in the first row and so has no output column.
  case unlistedKey(String)
  /// A key with the name of an added column.
  case reservedKey(String)
  case notText(column: String)
  case tooLong(column: String, byteCount: Int)
  /// A column with the same meaning as another.
  case duplicateColumn(String)
  case unknownTopic(String, suggestion: String?)
  case missingDate
  case invalidDate(column: String, value: String)
  case unknownAnswer(UnknownAnswer)
  case topicWithServices
  case fieldWithServices(String)
  case fieldWithFacts(String)
  case unusableVisit(UnusableVisit)
  /// A visit with more rows than the maximum number of services.
  case tooManyRows
  /// The rules were not reviewed for the date of service.
  case notReviewed(String)
  /// Ambiguous words in a text.
  case ambiguous(String, could: [String])
  /// Billed codes without a description of the work.
  case missingDescription(billed: [String])
  /// Missing answers, or services that would make an incorrect claim together, as a sentence.
  case message(String)

  /// Whether the row is correct but incomplete.
  var isOpen: Bool {
    switch self {
    case .ambiguous, .missingDescription: true
    default: false
    }
  }

  /// Whether it applies to the whole file, so that it is listed only once.
  var appliesToWholeFile: Bool { if case .malformed(.notUTF8, _) = self { true } else { false } }

  /// Whether its sentence names a column, which rows with equal keys may spell differently.
  var namesColumn: Bool {
    switch self {
    case .unlistedKey, .reservedKey, .notText, .tooLong, .duplicateColumn: true
    default: false
    }
  }
}

extension RowProblem {
  /// The problem as a sentence, including the offending values.
  package var sentence: String {
    switch self {
    case .malformed(let fault, let lines):
      fault.sentence + (lines > 1 ? "; the row spans \(lines) lines" : "")
    case .unlistedKey(let name):
      "the first row has no key '\(excerpt(name))'; choose the columns with --columns"
    case .reservedKey(let name): "the key '\(excerpt(name))' has the name of an output column"
    case .notText(let column): "'\(excerpt(column))' needs text, not an array or object"
    case .tooLong(let column, let byteCount):
      "'\(excerpt(column))' needs a word, not \(byteCount) bytes of text"
    case .duplicateColumn(let name): "two columns mean the same as '\(excerpt(name))'; leave one empty"
    case .unknownTopic(let word, let suggestion):
      "no topic '\(excerpt(word))'" + hint(suggestion)
    case .missingDate: "the date of service is missing"
    case .invalidDate(let column, let value):
      "'\(printable(column))' needs a date like 3/2/2026 or 2026-03-02, not '\(excerpt(value))'"
    case .unknownAnswer(let unknown): "\(unknown.field): \(unknown)"
    case .topicWithServices: "both 'topic' and 'services' are given; each service names its own topic"
    case .fieldWithServices(let field):
      "both '\(field)' and 'services' are given; put it into the answers of its service, or rename it"
    case .fieldWithFacts(let field): "'\(field)' belongs in 'facts'; move it there"
    case .unusableVisit(let unusable): unusable.sentence
    case .tooManyRows: "more than \(Visit.maxServices) rows are one visit; check --visit-by"
    case .ambiguous(let words, let could): "'\(excerpt(words))' could mean: \(could.joined(separator: ", "))"
    case .missingDescription(let billed):
      "\(billed.joined(separator: " ")) billed, but nothing says what was done"
    case .notReviewed(let sentence), .message(let sentence): sentence
    }
  }

  /// The sentence without values of the row, for output that may be logged.
  package var sentenceWithoutValues: String {
    switch self {
    case .malformed(let fault, let lines):
      fault.sentenceWithoutValues + (lines > 1 ? "; the row spans \(lines) lines" : "")
    case .unknownTopic: "topic: unknown topic"
    case .invalidDate(let column, _): "'\(printable(column))' needs a date like 3/2/2026 or 2026-03-02"
    case .unknownAnswer(let unknown): "\(unknown.field): unknown answer"
    case .unusableVisit: "services: not a valid visit"
    case .ambiguous(_, let could): "the text could mean: \(could.joined(separator: ", "))"
    case .missingDescription: "codes are billed, but nothing says what was done"
    case .notReviewed: "the rules were not reviewed for the date of service"
    case .unlistedKey, .reservedKey, .notText, .tooLong, .duplicateColumn, .missingDate, .topicWithServices,
      .fieldWithServices, .fieldWithFacts, .tooManyRows, .message:
      sentence
    }
  }
}

extension UnusableVisit {
  /// The maximum number of findings quoted.
  private static let maxQuoted = 10

  fileprivate var sentence: String {
    var sentences = findings.prefix(Self.maxQuoted).map(\.locatedMessage)
    if findings.count > sentences.count { sentences.append("and more") }
    return sentences.joined(separator: "; ")
  }
}
