import CodingRules
import StrictJSON

// Prints the advice at the end of every walk of every topic, on each day on which something begins or ends:
// topic, answers, day and the advice as JSON, tabs between them. `walks FOLDER` takes a folder's book.
let book = CommandLine.arguments.count > 1 ? try RuleBook(folder: CommandLine.arguments[1]) : .standard
for topic in book.topics {
  topic.forEachWalk { steps in
    let answers = Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 })
    guard case .advises(let conclusion) = topic.evaluate(answers) else { return }
    let walk = steps.map { "\($0.question.field)=\($0.answer.id)" }.joined(separator: ",")
    for day in days(of: conclusion) {
      let advice = conclusion.advice(on: day, by: book).json.bytes(.compact)
      print(topic.id, walk, "\(day)", String(decoding: advice, as: UTF8.self), separator: "\t")
    }
  }
}

/// The days on which the advice can change, the day before each, and one beyond the edition.
func days(of conclusion: Conclusion) -> [CalendarDay] {
  let turning = conclusion.turningDays(in: book.edition)
  let before = turning.compactMap { CalendarDay(daysSince1970: $0.daysSince1970 - 1) }
  let after = (book.edition.period.through?.daysSince1970).flatMap { CalendarDay(daysSince1970: $0 + 1) }
  return Set(turning + before + [after].compactMap(\.self)).sorted()
}
