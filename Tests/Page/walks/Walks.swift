import CodingRules
import StrictJSON

/// Prints the advice at the end of every walk, on each day on which something begins or ends: topic, answers,
/// day and the advice as JSON, tabs between them.
func printWalks(of topic: Topic) {
  topic.forEachPath { steps in
    let answers = Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 })
    guard case .advises(let conclusion) = topic.evaluate(answers) else { return }
    for day in days(of: conclusion) {
      print(
        "walk", topic.id, text(steps), "\(day)", text(conclusion.advice(on: day, by: book).json),
        separator: "\t")
    }
  }
}

/// The days on which the advice can change, the day before each, and one beyond the edition.
private func days(of conclusion: Conclusion) -> [CalendarDay] {
  let turning = conclusion.daysOfChange(in: book.edition)
  let before = turning.compactMap { CalendarDay(daysSince1970: $0.daysSince1970 - 1) }
  let after = (book.edition.period.through?.daysSince1970).flatMap { CalendarDay(daysSince1970: $0 + 1) }
  return Set(turning + before + [after].compactMap(\.self)).sorted()
}

func text(_ steps: [Step]) -> String {
  steps.map { "\($0.question.field)=\($0.answer.id)" }.joined(separator: ",")
}

func text(_ json: JSON) -> String { String(decoding: json.bytes(.compact), as: UTF8.self) }
