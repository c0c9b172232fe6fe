import StrictJSON

extension Check {
  /// No source makes two statements about an answer or code that differ only in numbers or negation.
  static let sourcesConsistent = Check { book in
    var first: [String: String] = [:]
    return book.statements.flatMap { subject, statement, locate in
      let frame = statement.text.withoutNumbersAndNegations
      return statement.sources.compactMap { source -> Finding? in
        let key = [source.id, subject, frame].joined(by: " ")
        guard let known = first[key] else {
          first[key] = statement.text
          return nil
        }
        return known == statement.text
          ? nil : locate("the same source, '\(excerpt(source.id))', also says: \(excerpt(known))")
      }
    }
  }

  /// No disagreement cites the same source on both sides.
  static let disputesCiteDistinctSources = Check { book in
    book.disputes.compactMap { dissent, locate in
      let ours = dissent.ours.evidence.citations
      return dissent.other.evidence.citations.first(where: ours.contains).map {
        locate("'\(excerpt($0.source.id))' is cited on both sides")
      }
    }
  }

  /// The limits of a code appear in their own sentence.
  static let limitsStated = Check { book in
    book.cards.compactMap { card in
      guard let limits = card.limits else { return nil }
      let said = limits.statement.text.numbers
      return [limits.units, limits.globalDays].compactMap(\.self).first { !said.contains($0) }.map {
        book.finding(
          "the sentence on the limits of \(card.code.id) does not say \($0)", on: card, "limits")
      }
    }
  }
}

/// Creates a finding at the path of a statement.
private typealias Locate = (Finding.Problem) -> Finding

extension RuleBook {
  /// Returns a finding about a key of a card.
  func finding(_ problem: Finding.Problem, on card: CodeCard, _ key: String? = nil) -> Finding {
    let path = parts.read { $0.definitions.cardEntries.entry(card.code.id)?.value.path }
    return Finding(
      problem, file: "cards.json", path: [path, key].compactMap(\.self).joined(by: "."))
  }

  /// The statements of topics and cards, each with its subject and a locator of findings.
  fileprivate var statements: [(subject: String, Statement, Locate)] {
    let effects = topics.flatMap { topic in
      topic.ownEffects.flatMap { subject, effect, path in
        effect.statements.map { (subject, $0, { topic.finding($0, path) }) }
      }
    }
    return effects
      + cards.flatMap { card in
        card.statements.map { (card.code.id, $0, { finding($0, on: card) }) }
      }
  }

  fileprivate var disputes: [(Dissent, Locate)] {
    topics.flatMap { topic in
      topic.ownEffects.compactMap { _, effect, path in
        guard case .dissent(let dissent) = effect else { return nil }
        return (dissent, { topic.finding($0, path) })
      }
    } + cards.flatMap { card in card.dissent.map { ($0, { finding($0, on: card, "dissent") }) } }
  }
}

extension Topic {
  /// The effects in the topic's file, each with its question and answer, and its path.
  fileprivate var ownEffects: [(subject: String, Effect, path: String)] {
    ownAnswers.flatMap { own in
      own.answer.effects.map { ("\(own.question.id) \(own.answer.id)", $0.effect, own.path) }
    }
  }
}

extension CodeCard {
  fileprivate var statements: [Statement] {
    checklist + questions.map(\.answer) + [limits?.statement, byReport].compactMap(\.self)
  }
}

extension Effect {
  /// Its statements.
  var statements: [Statement] {
    switch self {
    case .report(let line): [line.reason]
    case .notSeparately(let exclusion): [exclusion.reason]
    case .includedIn(let inclusion): [inclusion.reason]
    case .nothing(let reason): [reason]
    case .note(let note): [note.statement]
    case .dissent(let dissent): [dissent.ours, dissent.other]
    }
  }
}

/// The numbers that sentences write as words.
private let numberWords = [
  "once": 1, "one": 1, "two": 2, "twice": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
  "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
]

extension String {
  private var words: [String] {
    lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The whole numbers in a sentence, in digits or words.
  fileprivate var numbers: [Int] { words.compactMap { Int($0) ?? numberWords[$0] } }

  /// The words of a sentence, without numbers and negations.
  fileprivate var withoutNumbersAndNegations: String {
    words.filter { word in
      Int(word) == nil && numberWords[word] == nil && !["not", "no", "never"].contains(word)
    }.joined(separator: " ")
  }
}
