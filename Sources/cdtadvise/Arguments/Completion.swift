import BatchAdvice
import ClaimAudit
import CodingRules

/// The possible completions of the last word of a command line.
struct Completion {
  /// Words that fit, and whether file names fit, too.
  struct Result: Equatable {
    var words: [String] = []
    var takesFiles = false

    /// The lines for the shells' scripts: `:files` if file names fit, then the words.
    var lines: [String] { (takesFiles ? [":files"] : []) + words }
  }

  private let book: RuleBook
  private let command: Command
  private let isCommandNamed: Bool
  private let before: [Word]
  private let typed: String

  /// - Parameter words: The arguments up to the one being typed, which may be empty.
  init(_ words: [Word], _ book: RuleBook) {
    self.book = book
    before = Array(words.dropLast())
    typed = words.last?.text ?? ""
    let named = Arguments.command(in: before)
    command = named ?? .ask
    isCommandNamed = named != nil
  }

  /// The completions, sorted, each once.
  var result: Result {
    var found = choices
    var seen: Set<String> = []
    found.words = found.words.filter { $0.hasPrefix(typed) && seen.insert($0).inserted }.sorted()
    return found
  }

  private var choices: Result {
    if let flag = flagBefore { return values(of: flag) }
    if typed.hasPrefix("--"), typed.contains("=") {
      let flag = String(typed.prefix { $0 != "=" })
      var found = values(of: flag)
      found.words = found.words.map { "\(flag)=\($0)" }
      return found
    }
    if typed.hasPrefix("-") {
      return Result(words: command.flags.map(\.typed) + (command.takesAnswers ? questions : []))
    }
    var found = operandChoices
    if !isCommandNamed { found.words += Command.all.map(\.name) }
    return found
  }

  // MARK: Flags

  /// The preceding flag, if its value is being typed.
  private var flagBefore: String? {
    guard let word = before.last, word.isFlag else { return nil }
    return Flag.awaitingValue(word, among: command.flags)?.typed ?? questions.first { $0 == word.text }
  }

  private func values(of flag: String) -> Result {
    if let known = command.flags.first(where: { $0.typed == flag }) { return words(known.kind) }
    return Result(words: command.takesAnswers ? answers(of: flag) : [])
  }

  /// The named topic, by default the main one.
  private var topic: Topic {
    before.lazy.compactMap { book.namedTopic($0.text) }.first ?? book.mainTopic
  }

  private var questions: [String] { topic.fields.map { "--\($0)" } }

  private func answers(of question: String) -> [String] {
    topic.questions.filter { "--\($0.field)" == question }.flatMap(\.answers).map(\.id)
  }

  /// `QUESTION=`; once a `=` is typed, `QUESTION=ANSWER` for each answer.
  private func pairs(_ question: String) -> [String] {
    let name = question.dropFirst(2)
    return typed.contains("=") ? answers(of: question).map { "\(name)=\($0)" } : ["\(name)="]
  }

  /// The names of a comma-separated list before the one being typed.
  private var namedBefore: String {
    let value = typed.hasPrefix("--") ? typed.drop { $0 != "=" }.dropFirst() : typed[...]
    return String(value.lastIndex(of: ",").map { value[...$0] } ?? "")
  }

  // MARK: Operands

  private var operandChoices: Result {
    let operands = (try? Arguments(before))?.operands ?? []
    var kinds = command.operandKinds
    if kinds.first == .topicOrFile, operands.first.flatMap(book.namedTopic) == nil {
      kinds = operands.isEmpty ? kinds : []
    }
    guard !kinds.isEmpty, operands.count < kinds.count || kinds.last == .code else { return Result() }
    return words(kinds[min(operands.count, kinds.count - 1)])
  }

  private func words(_ kind: WordKind) -> Result {
    switch kind {
    case .text: Result()
    case .file: Result(takesFiles: true)
    case .topic: Result(words: book.topics.map(\.id))
    case .topicOrFile: Result(words: book.topics.map(\.id), takesFiles: true)
    case .code: Result(words: book.cards.map(\.code.id))
    case .plan: Result(words: Plan.standardIDs, takesFiles: true)
    case .profile: Result(words: BatchProfile.bundledNames, takesFiles: true)
    case .checks: Result(words: book.auditCheckNames.map { namedBefore + $0 })
    case .workedCase: Result(words: book.cases.map(\.id))
    case .command: Result(words: Command.all.map(\.name))
    case .answer: Result(words: questions.flatMap(pairs))
    case .choice(let words): Result(words: words)
    }
  }
}
