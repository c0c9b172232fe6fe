package import CodingRules
import Synchronization

/// The options of a batch, preprocessed for many rows.
package final class BatchSettings: Sendable {
  package let book: RuleBook
  /// The default topic of rows.
  let topic: Topic
  /// The default date of service; nil if every row must have one.
  let day: CalendarDay?
  /// Whether a date the rules were not reviewed for is a problem.
  let isStrict: Bool
  /// The plan whose rules are added.
  let plan: Plan?
  /// The mapping of columns.
  package let profile: BatchProfile
  let meanings: ColumnMeanings
  /// Default answers by field.
  let constants: Words
  /// The default answers that are visit facts.
  let constantFacts: Answers
  /// The days on which the advice of the default topic can change.
  let daysOfChange: DaysOfChange
  private let daysOfAllTopics = Mutex<DaysOfChange?>(nil)
  /// The topics, indexed by name for many lookups.
  let topics: [Topic]
  /// The topics by id and by normalized id.
  private let topicByName: [String: Topic]
  /// Whether a topic, by id, has each field, by number.
  private let hasField: [String: [Bool]]
  let officeWords: OfficeWords

  /// - Parameter profile: The profile, already checked against the book.
  package init(
    book: RuleBook, topic: Topic, day: CalendarDay?, profile: BatchProfile, isStrict: Bool, plan: Plan? = nil
  ) {
    (self.book, self.topic, self.day) = (book, topic.withIndexedNames, day)
    (self.profile, self.isStrict, self.plan) = (profile, isStrict, plan)
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
    daysOfChange = DaysOfChange(of: [self.topic], in: book)
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

  /// The days on which the advice of any topic can change; computed once, on first use.
  var daysOfAnyChange: DaysOfChange {
    daysOfAllTopics.withLock { known in
      let days = known ?? DaysOfChange(of: topics, in: book)
      known = days
      return days
    }
  }

  /// The name of the date column, for messages.
  var dateColumn: String { profile.map.last { nameKey($0.name) == "date" }?.value ?? "date" }

  /// The topic with a name, ignoring case and spaces.
  func topic(named word: String) -> Topic? { topicByName[word] ?? topicByName[nameKey(word)] }

  /// Whether a topic has the field with a number.
  func has(_ field: Int, _ topic: Topic) -> Bool { hasField[topic.id]?[field] == true }
}
