/// The screens that ask something.
struct PageQuestions {
  let conversation: Conversation

  /// The screen of the stage; nil when nothing is left to ask.
  var screen: Element? {
    switch conversation.stage {
    case .opening: opening
    case .meaning(let ambiguity, let choices): meaning(ambiguity, choices)
    case .question(let service, let question): self.question(question, service)
    case .surgery: surgery
    case .answered: nil
    }
  }

  // MARK: What was done

  private var opening: Element {
    Element(
      "section.ask", [:],
      [
        Self.heading("What was done?"),
        Self.sayForm(
          label: "Describe it in your own words", example: "we scanned both arches and printed the models here"),
        Element("p.or", [:], "Or choose what it was about:"),
        topics,
        Element(
          "details.lessons", [:],
          [
            Element("summary", [:], "Lessons for a class"),
            Element("p", [:], "Worked cases, question by question:"),
            PageLesson.list(conversation.book),
            .button(".quiet", .quiz, "", [.text("Start a quiz")]),
          ]),
      ])
  }

  /// The topics to choose from.
  var topics: Element {
    Self.choices(conversation.topics.map { ($0.title, $0.also.prefix(3).joined(separator: ", ")) })
  }

  private func meaning(_ ambiguity: Ambiguity, _ meanings: [Meaning]) -> Element {
    Element(
      "section.ask", [:],
      [
        Self.heading("“\(excerpt(ambiguity.words))” can mean several things. Which one?"),
        Self.choices(meanings.map { ($0.label, "") }),
      ])
  }

  // MARK: Questions

  /// The most answers that are shown with more than their names.
  private static let maxExplained = 14

  private func question(_ question: Question, _ service: Int) -> Element {
    let isLong = question.answers.count > Self.maxExplained
    let choices = Self.choices(
      question.answers.map { answer in
        (answer.label, isLong ? "" : answer.help ?? answer.also.prefix(3).joined(separator: ", "))
      })
    let form = Self.sayForm(label: "\(isLong ? "T" : "Or t")ype a number, a word or a sentence", example: nil)
    return Element(
      "section.ask", [:],
      [
        Element("p.context", [:], context(service)),
        Self.heading(question.ask),
        question.why.map { Element("p.why", [:], $0) },
        isLong ? form : choices,
        isLong ? choices : form,
        Element.button(".quiet", .say, "not sure", [.text("Not sure")]),
        outlook(of: question, service),
      ])
  }

  /// Which service a question is about, and how many questions are left.
  private func context(_ service: Int) -> String {
    let left = conversation.questionsLeft
    let count = conversation.visit.services.count
    let place = count > 1 ? "Service \(service + 1) of \(count): " : ""
    return "\(place)\(conversation.title(of: service)) · "
      + (left == 1 ? "last question" : "\(left) questions left at most")
  }

  /// What each answer can lead to.
  private func outlook(of question: Question, _ service: Int) -> Element {
    let topic = conversation.visit.services[service].topic
    let outlook = Outlook(question, in: topic, conversation.answers(service))
    return Element(
      "details", [:],
      [
        Element("summary", [:], "What depends on this"),
        question.help.map { Element("p", [:], $0) },
        Self.outcomes(outlook) { Element("span", [:], $0.label) },
      ])
  }

  /// The answers with the codes that each can lead to.
  static func outcomes(_ outlook: Outlook, _ label: (Answer) -> Element) -> Element? {
    .list(
      "ul.outcomes",
      outlook.outcomes.map { answer, codes in
        Element(
          "div.outcome", [:],
          [label(answer), Element("span.code", [:], codes.isEmpty ? "no code" : codes.joined(separator: " "))])
      })
  }

  private var surgery: Element {
    Element(
      "section.ask", [:],
      [
        Self.heading("When is the surgery?"),
        Element("p.why", [:], "Some codes are not paid close to a surgery. Leave it out if it is not known."),
        Element(
          "form", ["data-do": PageAction.say.rawValue],
          [
            Element("label", ["for": "say"], "Date of surgery"),
            Element("input", ["id": "say", "type": "date"], []),
            Element("button", ["type": "submit"], "Continue"),
          ]),
        Element.button(".quiet", .say, "", [.text("Not known")]),
      ])
  }

  // MARK: Parts

  static func heading(_ words: String) -> Element { Element("h2", ["tabindex": "-1"], words) }

  /// A field for a number, a word or a sentence, under it what is understood while it is typed.
  static func sayForm(label: String, example: String?) -> Element {
    Element(
      "form", ["data-do": PageAction.say.rawValue],
      [
        Element("label", ["for": "say"], label),
        example.map { Element("p.example", ["id": "example"], "For example: \($0)") },
        Element(
          "input",
          ["id": "say", "type": "text", "autocomplete": "off", "autocapitalize": "none", "maxlength": "4096"],
          []),
        Element("button", ["type": "submit"], "Continue"),
        Element("div.preview", ["id": "preview", "aria-live": "polite"], []),
      ])
  }

  /// Numbered choices; the number is what is said.
  static func choices(_ labels: [(label: String, more: String)]) -> Element {
    let items = labels.enumerated().map { index, choice in
      Element.button(
        ".choice", .say, "\(index + 1)",
        [
          Element("span.number", [:], "\(index + 1)"),
          Element(
            "span", [:],
            [
              Element("strong", [:], choice.label),
              choice.more.isEmpty ? nil : Element("small", [:], choice.more),
            ]),
        ])
    }
    return Element("ol.choices" + (items.count > 9 ? ".many" : ""), [:], items.map { Element("li", [:], [$0]) })
  }
}
