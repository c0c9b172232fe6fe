package import ClaimFiles
package import CodingRules
package import StrictJSON

/// A profile proposed from the columns of an export.
package struct ProfileProposal {
  package private(set) var profile = BatchProfile()
  /// Points to review before using the profile, in sentences.
  package private(set) var doubts: [String] = []
  private let names: [String]
  private let sample: RowSample
  private var assigned: Set<String> = []

  /// - Parameter names: The names of the columns in order.
  package init(_ book: RuleBook, _ names: [String], _ sample: RowSample) {
    (self.names, self.sample) = (names, sample)
    let reader = book.sentenceReader
    assignDate()
    assignBilled()
    assignText(reader)
    assignAnswers(book)
    assignPatient()
    if profile.text == nil, !profile.map.contains(where: { $0.name != "date" }), !namesAnswers(book) {
      doubts.append("no column says what was done; name free text with --text, answers with --map")
    }
  }

  /// The unassigned columns in which most values pass a test, best name first.
  private func columns(like words: [String], not others: [String] = [], where passes: (String) -> Bool)
    -> [String]
  {
    let fitting = names.filter { name in
      let texts = sample.texts(of: name)
      return !assigned.contains(name) && !texts.isEmpty && 2 * texts.lazy.filter(passes).count > texts.count
        && !others.contains { nameKey(name).contains($0) }
    }
    func rank(_ name: String) -> Int { words.firstIndex { nameKey(name).contains($0) } ?? words.count }
    return fitting.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
  }

  /// Assigns the first of the matching columns; adds a doubt if there are several.
  private mutating func assign(_ found: [String], as what: String) -> String? {
    guard let best = found.first else { return nil }
    assigned.insert(best)
    if found.count > 1 {
      let others = found.dropFirst().map { "'\(excerpt($0))'" }.joined(separator: ", ")
      doubts.append("'\(excerpt(best))' was assumed to be \(what); it could also be \(others)")
    }
    return best
  }

  private mutating func assignDate() {
    let words = ["proc", "service", "dos", "pldate", "tran", "treat", "visit", "date"]
    let others = ["birth", "dob", "entry", "entered", "creat", "stamp", "orig", "due", "paid", "sent"]
    let found = columns(like: words, not: others) { CalendarDay(tableText: $0.utf8Span.span) != nil }
    if let date = assign(found, as: "the date of service") {
      if nameKey(date) != "date" { profile.map.append(.init(name: "date", value: date)) }
    } else {
      doubts.append("no column is the date of service; name it with --map date=COLUMN, or give --on DATE")
    }
  }

  private mutating func assignBilled() {
    let found = columns(like: ["ada", "proc", "code"]) {
      BilledCodes($0).codes.count == 1 && $0.utf8.count < 10
    }
    profile.billed = assign(found, as: "the code billed")
  }

  /// Assigns columns whose values are answers; ignores those that are only named like questions.
  private mutating func assignAnswers(_ book: RuleBook) {
    let words = OfficeWords(book)
    let questions = book.mainTopic.withIndexedNames.questions
    for field in book.mainTopic.fields {
      let asked = questions.filter { $0.field == field }
      func isAnswer(_ text: String) -> Bool {
        asked.contains { $0.answer(named: text) ?? words.named(text, of: $0) != nil }
      }
      if let own = names.first(where: { nameKey($0) == nameKey(field) }) {
        let texts = sample.texts(of: own)
        if !texts.isEmpty, !texts.contains(where: isAnswer) { profile.ignore.append(own) }
        assigned.insert(own)
        continue
      }
      let found = columns(like: [nameKey(field)], not: ["desc", "name"]) {
        isAnswer($0) && Int($0) == nil && $0.utf8.count > 1
      }
      .filter { Set(sample.texts(of: $0).map(nameKey)).subtracting(["yes", "no", "other"]).count > 0 }
      guard let column = assign(found, as: "'\(field)'") else { continue }
      profile.map.append(.init(name: field, value: column))
      doubts.append("'\(excerpt(column))' was assumed to be '\(field)' from its values")
    }
  }

  private mutating func assignText(_ reader: SentenceReader) {
    let words = ["note", "narrative", "comment", "remark", "desc"]
    let found = columns(like: words, not: ["name", "address", "mail"]) {
      $0.utf8.count > 8 && $0.contains(" ")
    }
    let read = found.filter { name in sample.texts(of: name).contains { !reader.read($0).services.isEmpty } }
    profile.text = assign(read.isEmpty ? Array(found.prefix(1)) : read, as: "what was done")
    if let text = profile.text, read.isEmpty {
      doubts.append("nothing in '\(excerpt(text))' was understood")
    }
  }

  private mutating func assignPatient() {
    let known = ["num", "id", "number", "no", "", "name"].flatMap { end in
      ["pat", "patient", "chart"].map { $0 + end }
    }
    let free = names.filter { !assigned.contains($0) }
    let found = known.lazy.compactMap { name in free.first { nameKey($0).filter { $0 != " " } == name } }
      .first
    guard let patient = found else { return }
    profile.visitBy = [patient]
    doubts.append("rows with the same '\(excerpt(patient))' and date are treated as one visit")
  }

  private func namesAnswers(_ book: RuleBook) -> Bool {
    names.contains { name in book.mainTopic.fields.contains { nameKey($0) == nameKey(name) } }
  }
}

extension BatchProfile {
  /// The profile as JSON, for `--profile`.
  package var json: JSON {
    func pairs(_ pairs: [Pair]) -> JSON {
      .object(
        pairs.uniqued(by: \.name).map { pair in
          let values = pairs.filter { $0.name == pair.name }.map(\.value)
          return (key: pair.name, value: values.count == 1 ? .string(values[0]) : .strings(values))
        })
    }
    let members: [(key: String, value: JSON, isSaid: Bool)] = [
      ("format", 1, true), ("map", pairs(map), !map.isEmpty), ("set", pairs(set), !set.isEmpty),
      ("ignore", .strings(ignore), !ignore.isEmpty), ("text", .optional(text), text != nil),
      ("billed", .optional(billed), billed != nil), ("visitBy", .strings(visitBy), !visitBy.isEmpty),
      ("sorted", true, isSorted), ("encoding", .optional(encoding?.rawValue), encoding != nil),
    ]
    return .object(members.filter(\.isSaid).map { (key: $0.key, value: $0.value) })
  }
}
