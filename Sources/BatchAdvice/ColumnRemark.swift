package import ClaimFiles
import CodingRules

/// A warning about a column that the author of the file should review before trusting the result.
package enum ColumnRemark: Equatable {
  /// It looks like a date, but no column is the date of service.
  case looksLikeDate(String)
  /// Its name resembles that of a question.
  case similarName(String, field: String)

  /// The warning as a sentence.
  package var sentence: String {
    switch self {
    case .looksLikeDate(let name):
      "'\(excerpt(name))' looks like a date but is not used; if it is the date of service, "
        + "add --map 'date=\(excerpt(name))', otherwise --ignore '\(excerpt(name))'"
    case .similarName(let name, let field):
      "'\(excerpt(name))' is not used; if it answers '\(field)', add --map '\(field)=\(excerpt(name))', "
        + "otherwise --ignore '\(excerpt(name))'"
    }
  }
}

extension BatchSettings {
  /// Returns warnings about columns with these names and, if available, the values of a first row.
  package func remarks(onColumns names: [String], _ row: [RowSample.Value]) -> [ColumnRemark] {
    let numbers = names.map { meanings.number(ofKey: $0, reserved: [], listed: nil) }
    let namesTopics = [.topic, .services].contains { numbers.contains(meanings.number($0)) }
    let fields = (namesTopics ? topics : [topic]).flatMap(\.fields).uniqued()
    let hasDate = numbers.contains(meanings.number(.date))
    return zip(names, numbers).compactMap { name, number in
      if number >= 0 || meanings.isMentioned(name) { return nil }
      if !hasDate, row.looksLikeDate(name) { return .looksLikeDate(name) }
      let key = nameKey(name)
      guard key.utf8.count > 3, let field = nearestName(to: key, among: fields + ["topic"]) else {
        return nil
      }
      return meanings.isMapped(field) ? nil : .similarName(name, field: field)
    }
  }
}

extension [RowSample.Value] {
  /// Whether a column is named like a date or contains one.
  fileprivate func looksLikeDate(_ name: String) -> Bool {
    if nameKey(name).contains("date") || nameKey(name) == "dos" { return true }
    let text = first { $0.name == name }?.text ?? ""
    return CalendarDay(tableText: text.utf8Span.span) != nil
  }
}
