import StrictJSON

/// A multiple-choice quiz.
///
/// Its link has the seed, whether each earlier answer was correct, and the current answer:
/// `quiz=42,101,D0801`.
struct PageQuiz {
  private static let count = 10

  private let book: RuleBook
  private let seed: Int
  private let marks: String
  private let guess: String?
  private let round: QuizRound

  /// Parses the link of a quiz; nil for any other link.
  init?(_ link: String, _ book: RuleBook) {
    guard link.hasPrefix("quiz=") else { return nil }
    let parts = link.dropFirst(5).split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
    guard let seed = parts.first.flatMap({ Int($0) }), seed >= 0 else { return nil }
    self.init(
      book, seed, marks: parts.dropFirst().prefix(1).joined().filter { $0 == "0" || $0 == "1" },
      guess: parts.count > 2 ? parts[2].split(separator: "+").joined(separator: " ") : nil)
  }

  private init(_ book: RuleBook, _ seed: Int, marks: String, guess: String?) {
    (self.book, self.seed, self.marks, self.guess) = (book, seed, marks, guess)
    let quiz = Quiz(book, seed: UInt64(seed), count: Self.count)
    round = QuizRound(quiz, after: marks.map { $0 == "1" })
  }

  /// Returns the screen after an action; codes still being typed have no preview.
  func json(after request: PageRequest) -> JSON {
    switch request.action {
    case .read: return PageElement("div").json
    case .say where guess == nil: return said(request.value)
    case .next:
      let isRight = round.question?.isAnswered(by: guess ?? "") != false
      return PageQuiz(book, seed, marks: "\(marks)\(isRight ? 1 : 0)", guess: nil).json()
    default: return json()
    }
  }

  /// Returns the screen after a choice's number or codes are submitted.
  private func said(_ words: String) -> JSON {
    let chosen = Int(words).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    var next = round
    let reply = next.take(chosen?.key ?? words)
    guard case .graded = reply, let codes = next.attempts.last?.codes else {
      return json(notices: round.text(of: reply, .unwrapped, by: book).notices)
    }
    return PageQuiz(book, seed, marks: marks, guess: codes.isEmpty ? "none" : codes.joined(by: " ")).json()
  }

  /// The questions whose codes are the choices.
  private var choices: [QuizQuestion] { round.question.map { round.quiz.choices(for: $0) } ?? [] }

  // MARK: The screen

  private func json(notices: [String] = []) -> JSON {
    let link =
      "quiz=\(seed),\(marks)" + (guess.map { "," + $0.split(separator: " ").joined(separator: "+") } ?? "")
    return [
      "link": .string(link), "title": "Quiz", "count": .integer(guess == nil ? choices.count : 0),
      "edition": .string(book.edition.line), "screen": PageElement("div", .notices(notices), screen).json,
    ]
  }

  private var screen: PageElement {
    guard let question = round.question else { return end }
    let heading = PageQuestions.heading(guess == nil ? "What do you report?" : "The answer")
    return PageElement(
      "section.ask",
      [
        PageElement("p.context", "\(round.heading) · \(round.right) right"), heading,
        PageElement("p.scenario", question.scenario),
      ] + (guess.map { result(question, $0) } ?? open))
  }

  private var end: PageElement {
    PageElement(
      "section.ask",
      PageQuestions.heading("\(round.right) of \(round.quiz.questions.count) right at the first try"),
      .button("", .quiz, "", .text("Another quiz")),
      .button(".quiet", .restart, "", .text("Leave the quiz")))
  }

  private var open: [PageElement?] {
    [
      PageQuestions.choices(choices.map { ($0.choice, "") }),
      PageQuestions.textForm(label: "Or type the codes, or ? for help", example: nil),
    ]
  }

  private func result(_ question: QuizQuestion, _ guess: String) -> [PageElement?] {
    let grade = question.grade(TypedCodes(guess))
    let reasons = question.reasons.map { "\($0.about): \($0.1.text)" }
    let kind = grade.mark == .right ? "p.notice" : "p.warnings"
    return [
      PageElement(kind, ["role": "status"], question.verdict(grade)),
      .list("ul.reasons", (question.remarks(grade, by: book) + reasons).map { .text($0) }),
      .button("", .next, "", .text("Next")),
    ]
  }
}
