@testable import CodingRules

/// Topics for drawing tests, with any text.
enum DrawingTopics {
  static func answer(
    _ id: String, _ label: String? = nil, earns effects: [TimedEffect] = [], next: Int? = nil
  ) -> Answer {
    Answer(
      id: id, next: next,
      content: StoredAnswer(words: AnswerWords(label: label ?? id), reports: [], effects: effects))
  }

  static func question(
    _ id: String, ask: String? = nil, field: String? = nil, _ answers: [Answer]
  ) -> Question {
    Question(
      topic: "test", id: id, field: field ?? id, scope: .service,
      content: Deferred(Question.Content(ask: ask ?? "\(id)?", answers: answers)))
  }

  static func topic(title: String = "A test", _ questions: [Question]) -> Topic {
    Topic(
      id: "test", title: title, details: Deferred(Topic.Details()), own: questions, all: Deferred(questions))
  }

  static let reason = Statement(text: "", evidence: .none)

  /// Returns a report of a code that is in force from the first day of a year.
  static func report(_ code: String, _ label: String = "Label", since year: Int? = nil)
    -> TimedEffect
  {
    let period = Period(
      from: year.flatMap { CalendarDay(year: $0, month: 1, day: 1) }, through: nil)
    let life = Code.Life(period: period, replacedBy: [], evidence: .none)
    let code = Code(id: code, system: .cdt, label: label, life: life, confirmation: .confirmed)
    let service = CodedService(code: code, modifiers: [], units: 1)
    return TimedEffect(
      effect: .report(Line(procedure: .code(service), reason: reason)), period: .always)
  }

  /// Returns an inclusion in a device.
  static func part(of device: String) -> TimedEffect {
    let codes = [DatedRange("D2710-D2799"), DatedRange("D2971 since 2019-01-01")]
    let device = Device(
      id: device, label: device, also: [], ranges: codes.compactMap(\.self), known: [],
      reason: reason, dates: [], confirmation: .confirmed)
    return TimedEffect(
      effect: .includedIn(Inclusion(device: device, reason: reason)), period: .always)
  }

  /// Texts that would be interpreted as markup, icon names, formulas or scripts.
  static let traps = [
    "%%{init: {'theme': 'dark'}}%% x", "fa:fa-bomb and fab:fa-x", "$$x^2$$ for $5",
    "&lt;b&gt; &#60; &amp;",
    "<script>alert(1)</script><img src=x onerror=y>", "\"quoted\\\" and 'single' `code`",
    "end; subgraph q1 --> q2 ::: lit #35; #quot;", "*bold* _em_ ~~no~~ [x](y) | # 5 - \\n \\N \\l",
    "]]> --> <!-- @{ shape: circle } :::dimmed", "Né, Cafe\u{301}, 中文字, 👍 “odd” …",
  ]

  /// A topic with traps as questions, answers and results.
  static let odd = topic(
    title: traps[0],
    [question("first", ask: traps[1], traps.indices.map { answer("a\($0)", traps[$0], next: 1) })]
      + [
        question(
          "last", ask: String(repeating: "long", count: 40),
          traps.indices.map { answer("b\($0)", "\($0)", earns: [report("D000\($0)", traps[$0])]) })
      ])
}
