/// Codes as typed by a learner: `d0801, 396`, or `nothing`.
package struct TypedCodes: Sendable {
  /// The codes in upper case, without duplicates and with `470` completed to `D0470`.
  package let codes: [String]
  /// Whether the answer is that nothing is reported.
  package let isNone: Bool

  /// Parses a typed line.
  package init(_ typed: String) {
    let words = typed.uppercased().split {
      $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "+" || $0 == "&" || $0 == "."
    }.map(String.init)
    isNone = Self.none.contains(words.joined(separator: " "))
    codes = isNone ? [] : words.filter { $0 != "AND" }.map(Self.completed).uniqued()
  }

  /// The words that are not codes.
  package var unclear: [String] {
    codes.filter { !CodeRange.isCode(String($0.prefix(5))) }
  }

  private static let none = [
    "NONE", "NOTHING", "NO", "NO CODE", "NO CODES", "NOTHING TO REPORT", "NO CODE TO REPORT", "0", "-",
    "N/A",
  ]

  /// Returns the word with the omitted `D` and leading zero of a dental code added.
  private static func completed(_ word: String) -> String {
    let digits = word.drop { $0 == "D" }.prefix { "0" <= $0 && $0 <= "9" }
    let rest = word.drop { $0 == "D" }.dropFirst(digits.count)
    let isAtEnd = rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix("X")
    guard 3...4 ~= digits.count, isAtEnd else { return word }
    return (digits.count == 3 ? "D0" : "D") + String(digits) + String(rest)
  }
}

/// The grade of an answer to a quiz question.
package struct QuizGrade: Sendable, Equatable {
  /// The overall result.
  package enum Mark: String, Sendable {
    /// All codes, and no others.
    case right
    /// Some of the codes, or all of them and others.
    case partlyRight = "partly right"
    /// None of the codes.
    case wrong
  }

  /// The overall result.
  package let mark: Mark
  /// The procedures that are missing.
  package let missed: [Procedure]
  /// The codes that should not be reported.
  package let extra: [String]
}

extension QuizQuestion {
  /// Grades typed codes.
  ///
  /// One code of a range or a choice is enough; units are optional.
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

  /// Whether a typed line names exactly the correct codes.
  package func isAnswered(by typed: String) -> Bool { grade(TypedCodes(typed)).mark == .right }
}

extension Procedure {
  /// Whether a typed code matches the procedure.
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
  /// Whether the word is the code with its modifiers; units are optional.
  fileprivate func isNamed(_ word: String) -> Bool {
    "\(self)".uppercased() == word || ([code.id] + modifiers).joined(separator: "-") == word
  }
}
