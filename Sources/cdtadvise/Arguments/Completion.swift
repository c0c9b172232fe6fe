import CodingRules

/// What can stand where a word is being typed.
struct Completion {
  private let book: RuleBook
  private let command: Command
  private let isCommandNamed: Bool
  private let before: ArraySlice<String>
  private let typed: String

  /// - Parameter words: The words after the program's name, up to the one that is being typed, which may be empty.
  init(_ words: [String], _ book: RuleBook) {
    self.book = book
    before = words.dropLast()
    typed = words.last ?? ""
    let named = before.lazy.compactMap { word in Command.named(word) }.first
    command = named ?? .ask
    isCommandNamed = named != nil
  }

  /// The words that fit, sorted; none where a file name is to be typed.
  var candidates: [String] {
    choices.filter { $0.hasPrefix(typed) }.sorted()
  }

  private var choices: [String] {
    if let values = valuesOfFlag { return values }
    if typed.hasPrefix("-") { return command.flags.map(\.typed) + (command.takesAnswers ? questions : []) }
    let operands = command.operandWords(book)
    return isCommandNamed ? operands : operands + Command.all.map(\.name)
  }

  /// The topic that is named, or the main one.
  private var topic: Topic? { before.lazy.compactMap { word in book.topic(word) }.first ?? book.topics.first }

  private var questions: [String] { topic?.fields.map { "--\($0)" } ?? [] }

  /// The values of the flag before; nil when no flag that takes a value stands there.
  private var valuesOfFlag: [String]? {
    guard let flag = before.last, flag.hasPrefix("--") else { return nil }
    if let known = command.flags.first(where: { $0.typed == flag }) {
      return known.valueName == nil ? nil : known.choices
    }
    guard command.takesAnswers, let topic, questions.contains(flag) else { return nil }
    return topic.questions.filter { "--\($0.field)" == flag }.flatMap(\.answers).map(\.id).sorted()
      .withoutRepeats
  }
}

extension Command {
  /// The words that its operands can be.
  fileprivate func operandWords(_ book: RuleBook) -> [String] {
    switch operandKind {
    case .topic: book.topics.map(\.id)
    case .code: book.cards.map(\.code.id)
    case .workedCase: book.cases.map(\.id)
    case .shell: Shell.allCases.map(\.rawValue)
    case .command: Command.all.map(\.name)
    case .other: []
    }
  }
}

extension [String] {
  /// A sorted list with each text once.
  fileprivate var withoutRepeats: [String] {
    enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element)
  }
}
