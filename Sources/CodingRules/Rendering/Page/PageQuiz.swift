import StrictJSON

/// A quiz: scenarios with four ways of coding each.
///
/// Its link says which quiz it is, the question, how many were right, and what was guessed: `quiz=42,3,2,D0801`.
struct PageQuiz {
  private static let count = 10

  private let seed: Int
  private let index: Int
  private let right: Int
  private let guess: String?
  private let quiz: Quiz
  private let edition: Edition

  /// The quiz of a link; nil when the link is of something else.
  init?(_ link: String, _ book: RuleBook) {
    guard link.hasPrefix("quiz=") else { return nil }
    let parts = link.dropFirst(5).split(separator: ",", maxSplits: 3).map(String.init)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    (seed, index, right) = (numbers[0], numbers[1], numbers[2])
    guess = parts.count > 3 ? parts[3].split(separator: "+").joined(separator: " ") : nil
    edition = book.edition
    quiz = Quiz(book, seed: UInt64(numbers[0]), count: Self.count)
  }

  private func link(_ index: Int, _ right: Int) -> String { "quiz=\(seed),\(index),\(right)" }

  /// The link after an action.
  func link(after request: PageRequest) -> String {
    switch request.action {
    case .say where guess == nil:
      let chosen = Int(request.value).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
      let codes = (chosen?.key ?? request.value.uppercased()).filter {
        $0.isASCII && ($0.isLetter || $0.isNumber || " -|".contains($0))
      }
      return link(index, right) + ",\(codes.split(separator: " ").joined(separator: "+"))"
    case .next: return link(index + 1, right + (isRight ? 1 : 0))
    default: return request.link
    }
  }

  private var question: QuizQuestion? { quiz.questions.indices.contains(index) ? quiz.questions[index] : nil }

  private var isRight: Bool { question.map { $0.isAnswered(by: guess ?? "") } ?? false }

  /// The questions whose codes are offered.
  private var choices: [QuizQuestion] { question.map { quiz.choices(for: $0) } ?? [] }

  // MARK: The screen

  /// The screen as the page takes it.
  func json(_ link: String) -> JSON {
    [
      "link": .string(link), "title": "Quiz", "count": .integer(guess == nil ? choices.count : 0),
      "edition": .string(edition.line), "screen": PageElement("div", [:], [screen]).json,
    ]
  }

  private var screen: PageElement {
    guard let question else {
      return PageElement(
        "section.ask", [:],
        [
          PageQuestions.heading("\(right) of \(quiz.questions.count) right"),
          .button("", .quiz, "", [.text("Another quiz")]),
          .button(".quiet", .restart, "", [.text("Leave the quiz")]),
        ])
    }
    return PageElement(
      "section.ask", [:],
      [
        PageElement("p.context", [:], "Question \(index + 1) of \(quiz.questions.count) · \(right) right"),
        PageQuestions.heading("What do you report?"), PageElement("p.scenario", [:], question.scenario),
      ]
        + (guess.map { result(question, $0) } ?? [
          PageQuestions.choices(
            choices.map { (Self.spoken($0.key), $0.report.map(\.label).joined(separator: "; ")) }),
          PageQuestions.sayForm(label: "Or type the codes", example: nil),
        ]))
  }

  private static func spoken(_ codes: String) -> String {
    codes.uppercased() == "NONE" ? "nothing to report" : codes
  }

  private func result(_ question: QuizQuestion, _ guess: String) -> [PageElement?] {
    let answer = Self.spoken(question.key)
    let verdict =
      switch question.grade(TypedCodes(guess)).mark {
      case .right: "Right: \(answer)."
      case .partlyRight: "Partly right: \(Self.spoken(guess)). The answer is: \(answer)."
      case .wrong: "Not \(Self.spoken(guess)). The answer is: \(answer)."
      }
    return [
      PageElement(isRight ? "p.notice" : "p.warnings", ["role": "status"], verdict),
      .list("ul", question.reasons.map { .text($0.text) }),
      .button("", .next, "", [.text("Next")]),
    ]
  }
}
