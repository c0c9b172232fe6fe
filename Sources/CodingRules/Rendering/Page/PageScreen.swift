import StrictJSON

/// The full screen of a conversation.
struct PageScreen {
  let conversation: Conversation
  /// The advice; nil while something is open.
  let view: AdviceView?
  let notices: [String]
  let lesson: PageLesson?
  let tree: JSON?

  /// The screen with its link, title, texts to copy and drawing.
  var json: JSON {
    [
      "link": .string(lesson?.link ?? conversation.link),
      "day": .string("\(conversation.visit.day)"),
      "title": .string(view?.headline ?? question ?? "What was done?"),
      "count": .integer(choiceCount),
      "note": .string(view?.chartNote(.unwrapped) ?? ""),
      "edition": .string(edition.line),
      "screen": PageElement(
        "div", warning, lesson?.story, .notices(notices + reading), main, lesson?.comparison, answers
      ).json,
      "tree": tree ?? .null,
      "sentence": .string(conversation.state.sentence),
    ]
  }

  private var edition: Edition { conversation.book.edition }

  private var question: String? {
    if case .question(_, let question) = conversation.stage { question.ask } else { nil }
  }

  private var choiceCount: Int {
    switch conversation.stage {
    case .opening: conversation.topics.count
    case .meaning(_, let choices): choices.count
    case .question(_, let question): question.answers.count
    case .surgery, .answered: 0
    }
  }

  /// The warning that the rules were not reviewed for the date, shown until the answer has it.
  private var warning: PageElement? {
    guard view == nil else { return nil }
    return Basis(day: conversation.visit.day, edition: edition).warning.map {
      PageElement("p.warnings", $0)
    }
  }

  /// What the answers do not reflect of the sentence they were read from.
  private var reading: [String] {
    let sentence = conversation.state.sentence
    if case .opening = conversation.stage { return [] }
    let unused = conversation.reader.read(sentence, on: conversation.visit.day).unused
    return remark(onUnused: unused).map { [$0] } ?? []
  }

  private var main: PageElement {
    if let ask = PageQuestions(conversation: conversation, isLesson: lesson != nil).screen { return ask }
    guard let view else { return openQuestions }
    return PageAnswer(conversation: conversation, view: view).screen
  }

  /// The questions left as "not sure", and what depends on them.
  private var openQuestions: PageElement {
    let open = conversation.unsure.flatMap { service, question -> [PageElement?] in
      let outlook = Outlook(question, about: service, in: conversation)
      return [
        PageElement("h3", question.ask),
        PageQuestions.outcomes(outlook),
      ]
    }
    return PageElement(
      "article.answer",
      [PageQuestions.heading("Not decided yet: it depends on what you were not sure about")] + open + [
        PageElement(
          "p.buttons",
          .button("", .answer, "", .text("Answer now")),
          PageElement("button.quiet", ["type": "button", "data-copy": "link"], "Copy link"),
          PageElement("button.quiet", ["type": "button", "data-print": ""], "Print"))
      ])
  }

  // MARK: Answers so far

  /// The answers by service, each with a button to change it.
  private var answers: PageElement? {
    guard !conversation.visit.services.isEmpty else { return nil }
    let services: [PageElement?] = conversation.visit.services.indices.map(answers)
    return PageElement(
      "aside", ["aria-label": "Your answers"],
      [PageElement("h2", "Your answers")] + services + [surgery])
  }

  private func answers(of service: Int) -> PageElement {
    let title = conversation.title(of: service)
    let items = conversation.items.filter { $0.service == service }.map(\.step)
    return PageElement(
      "section",
      PageElement("h3", .text(title), Self.link("Remove", title, .remove, "\(service)")),
      .list(
        "ul",
        items.map { step in
          let change = Self.link("Change", step.question.ask, .change, "\(service) \(step.question.field)")
          return Self.given(step.question.ask, step.answer.label, change)
        }))
  }

  private var surgery: PageElement? {
    guard conversation.knowsSurgery else { return nil }
    let day = conversation.visit.surgery?.description ?? "not known"
    return Self.given("When is the surgery?", day, Self.link("Change", "the date of surgery", .surgery, ""))
  }

  private static func given(_ ask: String, _ answer: String, _ change: PageElement) -> PageElement {
    PageElement(
      "div.given", PageElement("span", PageElement("small", ask), PageElement("strong", answer)), change)
  }

  /// Returns a button, with screen reader text that says what it belongs to.
  private static func link(
    _ words: String, _ subject: String, _ action: PageAction, _ value: String
  ) -> PageElement {
    .button(".link", action, value, .text(words), PageElement("span.unseen", ": " + subject))
  }
}
