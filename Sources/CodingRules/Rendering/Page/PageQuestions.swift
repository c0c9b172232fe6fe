/// The screens with questions.
struct PageQuestions {
  let conversation: Conversation
  /// Whether the answers are those of a worked case, which is sure of them.
  var isLesson = false

  /// The screen of the current stage; nil if there is nothing left to ask.
  var screen: PageElement? {
    switch conversation.stage {
    case .opening: opening
    case .meaning(let ambiguity, let choices): meaning(ambiguity, choices)
    case .question(let service, let question): self.question(question, service)
    case .surgery: surgery
    case .answered: nil
    }
  }

  // MARK: Opening

  private var opening: PageElement {
    PageElement(
      "section.ask",
      Self.heading("What was done?"),
      Self.textForm(
        label: "Describe it in your own words",
        example: "we scanned both arches and printed the models here"),
      PageElement("p.or", "Or choose what it was about:"),
      topics,
      PageElement(
        "details.lessons",
        PageElement("summary", "Lessons for a class"),
        PageElement("p", "Worked cases, question by question:"),
        PageLesson.list(conversation.book),
        .button(".quiet", .quiz, "", .text("Start a quiz"))))
  }

  var topics: PageElement {
    Self.choices(conversation.topics.map { ($0.title, $0.also.prefix(3).joined(separator: ", ")) })
  }

  private func meaning(_ ambiguity: Ambiguity, _ meanings: [Meaning]) -> PageElement {
    PageElement(
      "section.ask",
      Self.heading("“\(excerpt(ambiguity.words))” can mean several things. Which one?"),
      Self.choices(meanings.map { ($0.label, "") }))
  }

  // MARK: Questions

  /// The maximum number of answers shown with details.
  static let maxExplained = 14

  private func question(_ question: Question, _ service: Int) -> PageElement {
    let isLong = question.answers.count > Self.maxExplained
    let choices = Self.choices(
      question.answers.map { answer in
        (answer.label, isLong ? "" : answer.help ?? answer.also.prefix(3).joined(separator: ", "))
      })
    let form = Self.textForm(
      label: "\(isLong ? "T" : "Or t")ype a number, a word or a sentence", example: nil)
    return PageElement(
      "section.ask",
      PageElement("p.context", context(service)),
      Self.heading(question.ask),
      question.why.map { PageElement("p.why", $0) },
      isLong ? form : choices,
      isLong ? choices : form,
      isLesson ? nil : .button(".quiet", .say, "not sure", .text("Not sure")),
      outlook(of: question, service))
  }

  /// Returns the service a question is about, and the number of questions left.
  private func context(_ service: Int) -> String {
    let left = conversation.questionsLeft
    let count = conversation.visit.services.count
    let heading = count > 1 ? "Service \(service + 1) of \(count): " : ""
    return "\(heading)\(conversation.title(of: service)) · "
      + (left == 1 ? "last question" : "\(left) questions left at most")
  }

  /// Returns what each answer can lead to.
  private func outlook(of question: Question, _ service: Int) -> PageElement {
    let outlook = Outlook(question, about: service, in: conversation)
    return PageElement(
      "details",
      PageElement("summary", "What depends on this"),
      question.help.map { PageElement("p", $0) },
      Self.outcomes(outlook))
  }

  private var surgery: PageElement {
    PageElement(
      "section.ask",
      Self.heading("When is the surgery?"),
      PageElement(
        "p.why",
        "Some codes are not paid close to a surgery. Leave it out if it is not known."),
      PageElement(
        "form", ["data-do": PageAction.say.rawValue],
        PageElement("label", ["for": "say"], "Date of surgery"),
        PageElement("input", ["id": "say", "type": "date"]),
        PageElement("button", ["type": "submit"], "Continue")),
      .button(".quiet", .say, "", .text("Not known")))
  }

  // MARK: Parts shared by several screens

  /// Returns the answers with the codes each can lead to.
  static func outcomes(_ outlook: Outlook) -> PageElement? {
    .list(
      "ul.outcomes",
      outlook.outcomes.map { answer, codes in
        PageElement(
          "div.outcome",
          PageElement("span", answer.label),
          PageElement("span.code", codes.isEmpty ? "no code" : codes.joined(separator: " ")))
      })
  }

  static func heading(_ words: String) -> PageElement { PageElement("h2", ["tabindex": "-1"], words) }

  /// Returns an input field for a number, a word or a sentence, with a live preview of its reading.
  static func textForm(label: String, example: String?) -> PageElement {
    PageElement(
      "form", ["data-do": PageAction.say.rawValue],
      PageElement("label", ["for": "say"], label),
      example.map { PageElement("p.example", ["id": "example"], "For example: \($0)") },
      PageElement(
        "input",
        [
          "id": "say", "type": "text", "autocomplete": "off", "autocapitalize": "none", "maxlength": "4096",
        ]),
      PageElement("button", ["type": "submit"], "Continue"),
      PageElement("div.preview", ["id": "preview", "aria-live": "polite"]))
  }

  /// Returns numbered choices, which submit their numbers.
  static func choices(_ labels: [(label: String, more: String)]) -> PageElement {
    let items = labels.enumerated().map { index, choice in
      PageElement.button(
        ".choice", .say, "\(index + 1)",
        PageElement("span.number", "\(index + 1)"),
        PageElement(
          "span",
          PageElement("strong", choice.label),
          choice.more.isEmpty ? nil : PageElement("small", choice.more)))
    }
    let size = items.count > maxExplained ? ".many.long" : items.count > 9 ? ".many" : ""
    return PageElement("ol.choices" + size, items.map { PageElement("li", $0) })
  }
}
