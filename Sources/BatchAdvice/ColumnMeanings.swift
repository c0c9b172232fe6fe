import CodingRules

/// What the columns of a table mean, by their names, case and spaces forgiven.
struct ColumnMeanings: Sendable {
  /// What can be read of a row besides the answers to the questions.
  enum Part: Int, CaseIterable, Sendable {
    case date, topic, text, billed
    /// The keys that make a row a visit, which no cell can hold.
    case services, facts, surgery
    /// A key with the name of a column of the result.
    case reserved
    /// A key that has no column in the result.
    case unlisted
  }

  /// The fields of all topics, each once; the number of a field is its index.
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

  /// A column's name as it is compared.
  static func key(_ column: String) -> String {
    let key = nameKey(column)
    return key.isEmpty ? column : key
  }

  /// The number of a part.
  func number(_ part: Part) -> Int { fields.count + part.rawValue }

  /// Whether it was said which column answers a field.
  func isMapped(_ field: String) -> Bool { mappedFields.contains(field) }

  /// Whether it was said what a column is.
  func isGiven(_ column: String) -> Bool { named[Self.key(column)] != nil }

  /// What a column means; negative for one that only passes through.
  func number(of column: String) -> Int { named[Self.key(column)] ?? implied[Self.key(column)] ?? -1 }

  /// What a key of JSON Lines means: as a column, or a part of a visit.
  ///
  /// - Parameter reserved: The names of columns of the result.
  /// - Parameter listed: The names that have columns in the result; nil when all have.
  func number(ofKey key: String, reserved: Set<String>, listed: Set<String>?) -> Int {
    if reserved.contains(key) { return number(.reserved) }
    if let listed, !listed.contains(key) { return number(.unlisted) }
    let number = number(of: key)
    if number >= 0 || isGiven(key) { return number }
    let part = [Part.services, .facts, .surgery].first { "\($0)" == nameKey(key) }
    return part.map(self.number) ?? -1
  }
}
