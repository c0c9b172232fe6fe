package import CodingRules

/// What was asked of a batch, the same for all rows.
package final class BatchSettings: Sendable {
  package let book: RuleBook
  /// The topic of rows that name none.
  let topic: Topic
  /// The date of service of rows that name none; nil when they all must.
  let day: CalendarDay?
  /// The column of the date of service.
  let dateColumn: String
  /// Whether a date that the rules were not reviewed for is a problem.
  let isStrict: Bool
  /// The plan whose doings are added; nil for none.
  let plan: Plan?
  /// The fields of all topics, each once.
  let fields: [String]
  /// Those of the topic of rows that name none.
  let daysOfChange: DaysOfChange
  /// The topics, their names made ready for many look-ups.
  let topics: [Topic]
  private let numbers: [String: Int]
  /// The topics by their ids, and by these as names are compared.
  private let topicByName: [String: Topic]
  /// By topic's id: for the number of each field whether the topic has it.
  private let hasField: [String: [Bool]]
  /// What the column of a number means; the numbers below are those of `fields`.
  let dateNumber: Int
  let topicNumber: Int
  /// The key that makes a row a visit.
  let servicesNumber: Int
  let factsNumber: Int
  let surgeryNumber: Int
  /// A key with the name of a column of the result.
  let reservedNumber: Int
  /// A key that has no column in the result.
  let unlistedNumber: Int

  package init(
    book: RuleBook, topic: Topic, day: CalendarDay?, dateColumn: String, isStrict: Bool, plan: Plan? = nil
  ) {
    self.plan = plan
    (self.book, self.topic, self.day) = (book, topic.withIndexedNames, day)
    (self.dateColumn, self.isStrict) = (dateColumn, isStrict)
    var fields: [String] = []
    var numbers: [String: Int] = [:]
    let topics = book.topics.map(\.withIndexedNames)
    for field in topics.flatMap(\.fields) where numbers[nameKey(field)] == nil {
      numbers[nameKey(field)] = fields.count
      fields.append(field)
    }
    (self.topics, self.fields, self.numbers) = (topics, fields, numbers)
    let named = topics.map { ($0.id, $0) } + topics.map { (nameKey($0.id), $0) }
    topicByName = Dictionary(named) { first, _ in first }
    let own = topics.map { topic in
      let own = Set(topic.fields)
      return (topic.id, fields.map(own.contains))
    }
    hasField = Dictionary(own) { first, _ in first }
    dateNumber = fields.count
    (topicNumber, servicesNumber) = (dateNumber + 1, dateNumber + 2)
    (factsNumber, surgeryNumber) = (dateNumber + 3, dateNumber + 4)
    (reservedNumber, unlistedNumber) = (dateNumber + 5, dateNumber + 6)
    daysOfChange = DaysOfChange(of: [topic], in: book)
  }

  /// The topic that a row names, case and spaces forgiven; nil when the book has none of that name.
  func topic(named word: String) -> Topic? { topicByName[word] ?? topicByName[nameKey(word)] }

  /// Whether a topic has the field of a number.
  func has(_ field: Int, _ topic: Topic) -> Bool { hasField[topic.id]?[field] ?? false }
}

// MARK: What columns mean

extension BatchSettings {
  /// What a key of JSON Lines means: as a column, or a part of a visit, which no cell can hold.
  ///
  /// - Parameter reserved: The names of columns of the result.
  /// - Parameter listed: The names that have columns in the result; nil when all have.
  func number(ofKey name: String, reserved: Set<String>, listed: Set<String>?) -> Int {
    if reserved.contains(name) { return reservedNumber }
    if let listed, !listed.contains(name) { return unlistedNumber }
    let number = number(ofColumn: name)
    if number >= 0 { return number }
    switch nameKey(name) {
    case "services": return servicesNumber
    case "facts": return factsNumber
    case "surgery": return surgeryNumber
    default: return -1
    }
  }

  /// What a column's name means, case and spaces forgiven; negative for a column that only passes through.
  func number(ofColumn name: String) -> Int {
    let key = nameKey(name)
    if name == dateColumn || (!key.isEmpty && key == nameKey(dateColumn)) { return dateNumber }
    if key == "topic" { return topicNumber }
    return numbers[key] ?? -1
  }
}
