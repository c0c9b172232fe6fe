package import CodingRules
import Synchronization

/// What was asked of a batch.
package struct BatchRequest: Sendable {
  package let book: RuleBook
  /// The topic of rows that name none.
  package let topic: Topic
  /// The date of service of rows that name none; nil when they all must.
  package let day: CalendarDay?
  /// What `check` found usable with the book.
  package var profile: BatchProfile
  /// Whether a date that the rules were not reviewed for is a problem.
  package let isStrict: Bool
  /// The plan whose rules are added; nil for none.
  package let plan: Plan?

  package init(
    book: RuleBook, topic: Topic, day: CalendarDay?, profile: BatchProfile, isStrict: Bool, plan: Plan? = nil
  ) {
    (self.book, self.topic, self.day) = (book, topic, day)
    (self.profile, self.isStrict, self.plan) = (profile, isStrict, plan)
  }
}

/// The same, made ready for many rows.
package final class BatchSettings: Sendable {
  package let book: RuleBook
  /// The topic of rows that name none.
  let topic: Topic
  /// The date of service of rows that name none; nil when they all must.
  let day: CalendarDay?
  /// Whether a date that the rules were not reviewed for is a problem.
  let isStrict: Bool
  /// The plan whose rules are added; nil for none.
  let plan: Plan?
  package let profile: BatchProfile
  let meanings: ColumnMeanings
  /// The answers of rows that give none, by field.
  let constants: Words
  /// Those that hold for whole visits.
  let constantFacts: Answers
  /// Those of the topic of rows that name none.
  let daysOfChange: DaysOfChange
  private let daysOfAllTopics = Mutex<DaysOfChange?>(nil)
  /// The topics, their names made ready for many look-ups.
  let topics: [Topic]
  /// The topics by their ids, and by these as names are compared.
  private let topicByName: [String: Topic]
  /// By topic's id: for the number of each field whether the topic has it.
  private let hasField: [String: [Bool]]
  let officeWords: OfficeWords

  package init(_ request: BatchRequest) {
    (book, topic, day) = (request.book, request.topic.withIndexedNames, request.day)
    (profile, isStrict, plan) = (request.profile, request.isStrict, request.plan)
    let topics = book.topics.map(\.withIndexedNames)
    let meanings = ColumnMeanings(topics, profile)
    (self.topics, self.meanings) = (topics, meanings)
    let named = topics.map { ($0.id, $0) } + topics.map { (nameKey($0.id), $0) }
    topicByName = Dictionary(named) { first, _ in first }
    let own = topics.map { topic in
      let own = Set(topic.fields)
      return (topic.id, meanings.fields.map(own.contains))
    }
    hasField = Dictionary(uniqueKeysWithValues: own)
    daysOfChange = DaysOfChange(of: [topic], in: book)
    var (constants, facts) = (Words(), Words())
    for pair in profile.set {
      for field in meanings.fields where nameKey(field) == nameKey(pair.name) {
        constants[field] = pair.value
      }
    }
    for field in constants.fields where book.visitFacts.contains(where: { $0.field == field }) {
      facts[field] = constants[field]
    }
    self.constants = constants
    constantFacts = (try? book.facts(for: facts)) ?? [:]
    officeWords = OfficeWords(book)
  }

  /// The days on which the advice of any topic can change; found once, when a row first needs them.
  var daysOfAnyChange: DaysOfChange {
    daysOfAllTopics.withLock { known in
      let days = known ?? DaysOfChange(of: topics, in: book)
      known = days
      return days
    }
  }

  /// The column of the date of service, for messages.
  var dateColumn: String { profile.map.last { nameKey($0.name) == "date" }?.value ?? "date" }

  /// The topic that a row names, case and spaces forgiven; nil when the book has none of that name.
  func topic(named word: String) -> Topic? { topicByName[word] ?? topicByName[nameKey(word)] }

  /// Whether a topic has the field of a number.
  func has(_ field: Int, _ topic: Topic) -> Bool { hasField[topic.id]?[field] == true }
}
