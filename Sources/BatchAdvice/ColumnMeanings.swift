import CodingRules

/// The meanings of table columns by name, ignoring case and spaces.
struct ColumnMeanings: Sendable {
  /// The parts of a row other than answers to questions.
  enum Part: Int, CaseIterable, Sendable {
    case date, topic, text, billed
    /// The JSON keys of a visit; cells of delimited files cannot contain them.
    case services, facts, surgery
    /// A key with the name of an added column.
    case reserved
    /// A key without a column in the output.
    case unlisted
  }

  /// The distinct fields of all topics; a field's number is its index.
  let fields: [String]
  private let named: [String: Int]
  private let implied: [String: Int]
  private let mappedFields: Set<String>

  init(_ topics: [Topic], _ profile: BatchProfile) {
    let fields = topics.flatMap(\.fields).uniqued(by: nameKey)
    self.fields = fields
    var implied = Dictionary(uniqueKeysWithValues: fields.enumerated().map { (nameKey($1), $0) })
    let count = fields.count
    for part in [Part.date, .topic] { implied["\(part)"] = count + part.rawValue }
    var named: [String: Int] = [:]
    for pair in profile.map {
      guard let number = implied[nameKey(pair.name)] else { continue }
      named[Self.key(pair.value)] = number
    }
    if let column = profile.text { named[Self.key(column)] = count + Part.text.rawValue }
    if let column = profile.billed { named[Self.key(column)] = count + Part.billed.rawValue }
    for column in profile.ignore { named[Self.key(column)] = -1 }
    let mapped = Set(named.values)
    mappedFields = Set(fields.indices.filter(mapped.contains).map { fields[$0] })
    self.implied = implied.filter { !mapped.contains($1) }
    self.named = named
  }

  /// The normalized name of a column.
  static func key(_ column: String) -> String {
    let key = nameKey(column)
    return key.isEmpty ? column : key
  }

  /// The number of a part.
  func number(_ part: Part) -> Int { fields.count + part.rawValue }

  /// Whether a column is explicitly mapped to a field.
  func isMapped(_ field: String) -> Bool { mappedFields.contains(field) }

  /// Whether the profile mentions a column.
  func isMentioned(_ column: String) -> Bool { named[Self.key(column)] != nil }

  /// The meaning of a column; negative for one that is only passed through.
  func number(of column: String) -> Int { named[Self.key(column)] ?? implied[Self.key(column)] ?? -1 }

  /// The meaning of a JSON Lines key, as a column or as part of a visit.
  ///
  /// - Parameter reserved: The names of added columns.
  /// - Parameter listed: The names that have output columns; nil if all have.
  func number(ofKey key: String, reserved: Set<String>, listed: Set<String>?) -> Int {
    if reserved.contains(key) { return number(.reserved) }
    if let listed, !listed.contains(key) { return number(.unlisted) }
    let number = number(of: key)
    if number >= 0 || isMentioned(key) { return number }
    let part = [Part.services, .facts, .surgery].first { "\($0)" == nameKey(key) }
    return part.map(self.number) ?? -1
  }
}
