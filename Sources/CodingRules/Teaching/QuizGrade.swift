/// Codes as a learner types them: `d0801, 396`, or `nothing`.
package struct TypedCodes: Sendable {
  /// The codes in capitals, each once; `470` is D0470.
  package let codes: [String]
  /// Whether it says that nothing is reported.
  package let isNone: Bool

  /// Reads what was typed.
  package init(_ typed: String) {
    let words = typed.uppercased().split {
      $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "+" || $0 == "&" || $0 == "."
    }.map(String.init)
    isNone = Self.none.contains(words.joined(separator: " "))
    codes = isNone ? [] : words.filter { $0 != "AND" }.map(Self.completed).uniqued()
  }

  /// The words that are no codes.
  package var unclear: [String] {
    codes.filter { !CodeRange.isCode(String($0.prefix(5))) }
  }

  private static let none = [
    "NONE", "NOTHING", "NO", "NO CODE", "NO CODES", "NOTHING TO REPORT", "NO CODE TO REPORT", "0", "-",
    "N/A",
  ]

  /// The word with the `D` and the zeros that a dental code begins with, where they were left out.
  private static func completed(_ word: String) -> String {
    let digits = word.drop { $0 == "D" }.prefix { "0" <= $0 && $0 <= "9" }
    let rest = word.drop { $0 == "D" }.dropFirst(digits.count)
    let isAtEnd = rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix("X")
    guard 3...4 ~= digits.count, isAtEnd else { return word }
    return (digits.count == 3 ? "D0" : "D") + String(digits) + String(rest)
  }
}

/// What an answer to a question of a quiz is worth.
package struct QuizGrade: Sendable, Equatable {
  /// How good the answer is.
  package enum Mark: String, Sendable {
    /// All codes, and no others.
    case right
    /// Some of the codes, or others too.
    case partlyRight = "partly right"
    /// None of the codes.
    case wrong
  }

  /// How good the answer is.
  package let mark: Mark
  /// What was left out.
  package let missed: [Procedure]
  /// The codes that are not to be reported.
  package let extra: [String]
}

extension QuizQuestion {
  /// Grades codes.
  ///
  /// Of a range or a choice one code is enough; units need not be given.
  package func grade(_ typed: TypedCodes) -> QuizGrade {
    var missed = report.uniqued(by: \.description)
    let expected = missed.count
    var extra: [String] = []
    for code in typed.codes {
      if let index = missed.firstIndex(where: { $0.accepts(code) }) {
        missed.remove(at: index)
      } else {
        extra.append(code)
      }
    }
    let isEmpty = typed.codes.isEmpty && !typed.isNone
    let isRight = missed.isEmpty && extra.isEmpty && !isEmpty
    let mark: QuizGrade.Mark = isRight ? .right : missed.count < expected ? .partlyRight : .wrong
    return QuizGrade(mark: mark, missed: missed, extra: extra)
  }

  /// Whether these codes, and no others, are named.
  package func isAnswered(by typed: String) -> Bool { grade(TypedCodes(typed)).mark == .right }
}

extension Procedure {
  /// Whether a learner's code names the procedure.
  fileprivate func accepts(_ word: String) -> Bool {
    if "\(self)".uppercased() == word { return true }
    switch self {
    case .code(let service): return service.isNamed(word)
    case .range(let codes): return codes.contains { $0.id == word }
    case .oneOf(let services): return services.contains { $0.isNamed(word) }
    }
  }
}

extension CodedService {
  /// Whether the word is the code with its modifiers, with or without units.
  fileprivate func isNamed(_ word: String) -> Bool {
    "\(self)".uppercased() == word || ([code.id] + modifiers).joined(separator: "-") == word
  }
}
