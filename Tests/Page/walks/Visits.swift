import CodingRules

/// Prints a visit with the answers on its walks, a tab, and the advice on it as JSON.
func printVisit(_ visit: Visit) {
  guard case .advises(let advice) = book.evaluate(visit) else { return }
  print("visit", address(of: advice), text(advice.json), separator: "\t")
}

/// Prints visits of two services each: any two walks that differ in what they report, so that checks meet.
func printPairs() {
  let services = book.topics.filter(\.isService).flatMap(distinctServices)
  for (place, first) in services.enumerated() {
    for second in services[place...] {
      guard let day = book.edition.period.through else { return }
      let surgery = CalendarDay(daysSince1970: day.daysSince1970 + place % 14 - 1)
      printVisit(Visit(day: day, surgery: surgery, services: [first, second]))
    }
  }
}

/// One service for each outcome that the topic can have.
private func distinctServices(of topic: Topic) -> [Service] {
  var services: [Service] = []
  var outcomes: Set<[String]> = []
  guard let day = book.edition.period.through else { return [] }
  topic.forEachPath { steps in
    let answers = Answers(Dictionary(steps.map { ($0.question.field, $0.answer.id) }) { $1 })
    guard case .advises(let conclusion) = topic.evaluate(answers) else { return }
    let advice = conclusion.advice(on: day, by: book)
    let outcome = advice.reported + advice.includedIn.prefix(1).map { _ in "device" }
    if outcomes.insert(outcome).inserted { services.append(Service(topic: topic, answers: answers)) }
  }
  return services
}

/// The visit as the page's address has it.
private func address(of advice: VisitAdvice) -> String {
  let dates = "on=\(advice.visit.day)" + (advice.visit.surgery.map { ",surgery=\($0)" } ?? "")
  let services = advice.services.map { $0.topic + "," + text($0.steps) }
  return ([dates] + services).joined(separator: "/")
}
