import CodingRules
import StrictJSON

/// A column that batch adds to a row.
package enum ResultColumn: String, CaseIterable, Sendable {
  case report
  case notSeparately = "not_separately"
  case includedIn = "included_in"
  case nothing
  case status
  case problem
  case remarks
  /// The comparison with billed codes, if requested.
  case agreement
  /// The effect of a plan on the codes, if one is given.
  case plan
  case topic
  case edition
  case rules

  /// The name of the column, or key, with the default columns as an object or the full advice.
  static let advice = "advice"

  /// Whether the column is written only on request.
  package var isOptional: Bool { [.topic, .edition, .rules].contains(self) }

  /// The value as JSON.
  func json(_ result: RowResult, _ edition: Edition) -> JSON {
    switch self {
    case .report: .strings(result.report)
    case .notSeparately: .strings(result.notSeparately)
    case .includedIn: .strings(result.includedIn)
    case .nothing: .sentences(result.nothing)
    case .status: .string(result.status.rawValue)
    case .problem: .sentences(result.problems)
    case .remarks: .sentences(result.notes)
    case .agreement: .optional(result.agreement?.rawValue)
    case .plan: .optional(result.plan)
    case .topic: .strings(result.topics)
    case .edition: .string(edition.title)
    case .rules: .string(edition.version)
    }
  }

  /// The value as the text of a cell.
  func text(_ result: RowResult, _ edition: Edition) -> String {
    switch json(result, edition) {
    case .string(let text): return text
    case .array(let values):
      var words: [String] = []
      for case .string(let word) in values { words.append(word) }
      return words.joined(separator: " ")
    default: return ""
    }
  }
}

extension JSON {
  /// Joins sentences into a string; null if there are none.
  fileprivate static func sentences(_ sentences: [String]) -> JSON {
    sentences.isEmpty ? .null : .string(sentences.joined(separator: " "))
  }
}
