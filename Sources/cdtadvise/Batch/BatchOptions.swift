import CodingRules

/// What was asked of a batch, the same for all rows.
struct BatchOptions: Sendable {
  let book: RuleBook
  /// The topic of rows that name none.
  let topic: Topic
  /// The date of service of rows that name none; nil when the clock shows no usable day.
  let day: CalendarDay?
  /// The column of the date of service.
  let dateColumn: String
  /// Whether a date that the rules were not reviewed for is a problem.
  let isStrict: Bool

  /// The fields of all topics, each once.
  let fields: [String]
  private let numbers: [String: Int]
  /// The topics by their ids, and by these as names are compared.
  private let topics: [String: Topic]

  init(
    book: RuleBook, topic: Topic, day: CalendarDay?, dateColumn: String, isStrict: Bool
  ) {
    (self.book, self.topic, self.day) = (book, topic, day)
    (self.dateColumn, self.isStrict) = (dateColumn, isStrict)
    var fields: [String] = []
    var numbers: [String: Int] = [:]
    for field in book.topics.flatMap(\.fields) where numbers[nameKey(field)] == nil {
      numbers[nameKey(field)] = fields.count
      fields.append(field)
    }
    (self.fields, self.numbers) = (fields, numbers)
    let named = book.topics.map { ($0.id, $0) } + book.topics.map { (nameKey($0.id), $0) }
    topics = Dictionary(named) { first, _ in first }
  }

  /// The topic that a row names, case and spaces forgiven; nil when the book has none of that name.
  func topic(named word: String) -> Topic? { topics[word] ?? topics[nameKey(word)] }

  /// The number of the column that holds the date of service; fields have their places in `fields`.
  var dateNumber: Int { fields.count }
  /// The number of the column that names the topic.
  var topicNumber: Int { fields.count + 1 }
  /// The number of the key that makes a row a visit. A row with this number or a higher one is judged on its own.
  var servicesNumber: Int { fields.count + 2 }
  /// The number of a key whose name a column of the result has.
  var takenNumber: Int { fields.count + 3 }
  /// The number of a key that has no column in the result.
  var homelessNumber: Int { fields.count + 4 }

  /// What a key of JSON Lines means: as a column, or services, which no cell can hold.
  ///
  /// - Parameter taken: The names that columns of the result have.
  /// - Parameter home: The names that have columns in the result; nil when all have.
  func number(ofKey name: String, taken: Set<String>, home: Set<String>?) -> Int {
    if taken.contains(name) { return takenNumber }
    if let home, !home.contains(name) { return homelessNumber }
    let number = number(of: name)
    return number < 0 && nameKey(name) == VisitMembers.services ? servicesNumber : number
  }

  /// What a column's name means, case and spaces forgiven; negative for a column that only passes through.
  func number(of name: String) -> Int {
    let key = nameKey(name)
    if name == dateColumn || (!key.isEmpty && key == nameKey(dateColumn)) { return dateNumber }
    if key == "topic" { return topicNumber }
    return numbers[key] ?? -1
  }
}

extension BatchOptions {
  /// What is said of a row with an advice.
  func result(of advice: Advice) -> RowResult {
    if isStrict, let warning = advice.basis.warning { return RowResult(invalid: warning) }
    return RowResult(advice)
  }

  /// What is said of a row that is a visit.
  func result(of visit: Visit) -> RowResult {
    switch book.evaluate(visit) {
    case .asks(let open): return RowResult(visit, pending: open)
    case .advises(let advice):
      let basis = Basis(day: visit.day, edition: book.edition)
      if isStrict, let warning = basis.warning { return RowResult(invalid: warning) }
      return RowResult(advice)
    }
  }
}
