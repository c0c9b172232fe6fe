package import ClaimFiles
package import CodingRules
import StrictJSON

/// What is wrong with a row, or is missing from it.
package enum RowProblem: Error {
  /// The row cannot be read; it spans so many lines.
  case malformed(RowFault, lines: Int)
  /// A key that the first row does not have, and so no column of the result.
  case unlistedKey(String)
  /// A key with the name of a column of the result.
  case reservedKey(String)
  case notText(column: String)
  case tooLong(column: String, byteCount: Int)
  /// A column that means the same as another one.
  case doubleColumn(String)
  case unknownTopic(String, suggestion: String?)
  case noDay
  case badDay(column: String, value: String)
  case unknownAnswer(UnknownAnswer)
  case topicWithServices
  case fieldWithServices(String)
  case fieldWithFacts(String)
  case unusableVisit(UnusableVisit)
  /// More rows are one visit than a visit has services.
  case tooManyRows
  /// The rules were not reviewed for the date of service.
  case notReviewed(String)
  /// Words of a text that could mean several things.
  case ambiguous(String, could: [String])
  /// Codes were billed, but the row does not say for what.
  case notStated(billed: [String])
  /// Answers are missing, or the services together would make a wrong claim; in one sentence.
  case stated(String)

  /// Whether nothing is wrong with the row, but something is open.
  var isOpen: Bool {
    switch self {
    case .ambiguous, .notStated: true
    default: false
    }
  }

  /// Whether it is the same for all rows that have it, so that it is listed once.
  var isOfWholeFile: Bool { if case .malformed(.notUTF8, _) = self { true } else { false } }

  /// Whether its sentence names a column, which rows with the same values may spell differently.
  var namesColumn: Bool {
    switch self {
    case .unlistedKey, .reservedKey, .notText, .tooLong, .doubleColumn: true
    default: false
    }
  }
}

extension RowProblem {
  /// What is wrong, with the values that are wrong.
  package var sentence: String {
    switch self {
    case .malformed(let fault, let lines):
      fault.sentence + (lines > 1 ? "; the row spans \(lines) lines" : "")
    case .unlistedKey(let name):
      "the first row has no key '\(excerpt(name))'; choose the columns with --columns"
    case .reservedKey(let name): "the key '\(excerpt(name))' has the name of a column of the result"
    case .notText(let column): "'\(excerpt(column))' needs a text, not an array or object"
    case .tooLong(let column, let byteCount):
      "'\(excerpt(column))' needs a word, not a text of \(byteCount) bytes"
    case .doubleColumn(let name): "two columns mean the same as '\(excerpt(name))'; leave one empty"
    case .unknownTopic(let word, let suggestion):
      "no topic '\(excerpt(word))'" + hint(suggestion)
    case .noDay: "the date of service is missing"
    case .badDay(let column, let value):
      "'\(printable(column))' needs a date like 3/2/2026 or 2026-03-02, not '\(excerpt(value))'"
    case .unknownAnswer(let unknown): "\(unknown.field): \(unknown)"
    case .topicWithServices: "both 'topic' and 'services' are given; each service names its own topic"
    case .fieldWithServices(let field):
      "both '\(field)' and 'services' are given; put it into the answers of its service, or rename it"
    case .fieldWithFacts(let field): "'\(field)' belongs in 'facts'; move it there"
    case .unusableVisit(let unusable): unusable.sentence
    case .tooManyRows: "more than \(Visit.maxServices) rows are one visit; check --visit-by"
    case .ambiguous(let words, let could): "'\(excerpt(words))' could mean: \(could.joined(separator: ", "))"
    case .notStated(let billed): "\(billed.joined(separator: " ")) billed, but nothing says what was done"
    case .notReviewed(let sentence), .stated(let sentence): sentence
    }
  }

  /// The same without any value of the row, for streams that may be kept.
  package var sentenceWithoutValues: String {
    switch self {
    case .malformed(.notJSON(.repeatedKey, let column), _): "column \(column): duplicate key"
    case .unknownTopic: "topic: unknown topic"
    case .badDay(let column, _): "'\(printable(column))' needs a date like 3/2/2026 or 2026-03-02"
    case .unknownAnswer(let unknown): "\(unknown.field): unknown answer"
    case .unusableVisit: "services: not a valid visit"
    case .ambiguous(_, let could): "the text could mean: \(could.joined(separator: ", "))"
    case .notReviewed: "the rules were not reviewed for the date of service"
    default: sentence
    }
  }
}

extension UnusableVisit {
  /// How many findings are quoted one by one.
  private static let maxQuoted = 10

  fileprivate var sentence: String {
    var sentences = findings.prefix(Self.maxQuoted).map(\.locatedMessage)
    if findings.count > sentences.count { sentences.append("and more") }
    return sentences.joined(separator: "; ")
  }
}

extension RowFault {
  /// What is wrong, as a sentence.
  package var sentence: String {
    switch self {
    case .notJSON(let kind, let column): "column \(column): \(JSONError(kind, at: 0))"
    case .notAnObject: "expected an object"
    case .cellCount(let found, let expected):
      "\(counted(found, "cell")), where the first row has \(counted(expected, "name"))"
    case .strayQuote(let column):
      "stray quote in cell \(column + 1); write \"\" inside a quoted cell"
    case .unclosedQuote(let column): "the quote that opens cell \(column + 1) is never closed"
    case .notUTF8: "not UTF-8; if a Windows program wrote the file, add --encoding windows-1252"
    case .tooLong: "a row of more than \(RowLimits.maxRow >> 20) MiB is not read"
    case .tooWide:
      "a row of more than \(Row.maxColumns) columns, or \(Row.maxNameBytes >> 10) KiB of names, is not read"
    }
  }
}
