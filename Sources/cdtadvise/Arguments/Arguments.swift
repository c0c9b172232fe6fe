import CodingRules

/// A parsed command line.
struct Arguments {
  struct GivenFlag {
    let name: String
    /// Nil if no value follows.
    let value: Word?
  }

  let command: Command
  /// Whether a word names the command; otherwise it is `ask`.
  let isCommandNamed: Bool
  /// The operands, in order.
  private(set) var operandWords: [Word] = []
  /// The flags that name questions, in order.
  private(set) var answerFlags: [GivenFlag] = []
  private var ownFlags: [GivenFlag] = []
  private let flags: [Flag]

  var operands: [String] { operandWords.map(\.text) }

  /// The first operand beyond those that the command takes.
  var extraOperand: String? { command.maxOperands.flatMap { operands.dropFirst($0).first } }

  /// The last value of a flag; nil without the flag.
  subscript(flag: Flag) -> String? { values(of: flag).last?.text }

  /// The last value of a flag as one of its choices; nil without the flag.
  func choice<Choice: RawRepresentable<String>>(_ flag: Flag) -> Choice? { self[flag].flatMap(Choice.init) }

  /// The last value of a flag as a path; nil without the flag.
  func path(_ flag: Flag) -> FilePath? { values(of: flag).last?.path }

  /// All values of a flag, in order.
  func values(of flag: Flag) -> [Word] { ownFlags.filter { $0.name == flag.name }.compactMap(\.value) }

  /// Whether a switch was given.
  func has(_ flag: Flag) -> Bool { ownFlags.contains { $0.name == flag.name } }

  init(_ words: [Word]) throws(Failure) {
    let index = Self.indexOfCommand(in: words)
    command = index.flatMap { index in Command.named(words[index].text) } ?? .ask
    isCommandNamed = index != nil
    flags = command.flags
    var words = words
    if let index { words.remove(at: index) }
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case Word("--".utf8):
        operandWords += rest
        rest = []
      case _ where word.isLongFlag: try takeLong(word, &rest)
      case _ where word.isFlag: try takeShort(word, &rest)
      default: operandWords.append(word)
      }
    }
  }

  /// The command that the words name; nil if they name none.
  static func command(in words: [Word]) -> Command? {
    indexOfCommand(in: words).flatMap { Command.named(words[$0].text) }
  }

  /// The index of the command's name: the first word that is neither a flag nor a value.
  private static func indexOfCommand(in words: [Word]) -> Int? {
    guard words.contains(where: { Command.named($0.text) != nil }) else { return nil }
    var isValue = false
    for (index, word) in words.enumerated() {
      if word == Word("--".utf8) { return nil }
      if isValue {
        isValue = false
      } else if word.isFlag {
        isValue = takesNextWord(word)
      } else {
        return Command.named(word.text) != nil ? index : nil
      }
    }
    return nil
  }

  /// Whether the next word is the flag's value. A flag that no command has may be a question.
  private static func takesNextWord(_ word: Word) -> Bool {
    let known = Command.all.lazy.flatMap(\.flags)
    if word.isLongFlag, !known.contains(where: { $0.name == word.flagName }) { return word.valuePart == nil }
    return Flag.awaitingValue(word, among: known) != nil
  }

  private mutating func takeLong(_ word: Word, _ rest: inout ArraySlice<Word>) throws(Failure) {
    let name = word.flagName
    guard let flag = flags.first(where: { $0.name == name }) else {
      return try takeAnswer(name, word.valuePart, &rest)
    }
    if flag.value != nil { return try take(word.valuePart ?? Self.nextValue(&rest), for: flag) }
    if word.valuePart != nil { throw .valueRefused(flag: flag.typed) }
    take(switch: flag)
  }

  private mutating func takeAnswer(
    _ name: String, _ attached: Word?, _ rest: inout ArraySlice<Word>
  ) throws(Failure) {
    if name == Flag.format.name, let meant = command.flags.first(where: { $0.name == Flag.to.name }) {
      throw .flagNotHere("--\(name)", command: command.name, suggestion: meant.typed)
    }
    guard command.takesAnswers else {
      let isElsewhere = Command.all.contains { $0.flags.contains { $0.name == name } }
      throw isElsewhere
        ? .flagNotHere("--\(name)", command: command.name, suggestion: nil)
        : unknownFlag("--\(name)", among: command.flags.map(\.name))
    }
    answerFlags.append(GivenFlag(name: name, value: attached ?? Self.nextValue(&rest)))
  }

  private mutating func takeShort(_ word: Word, _ rest: inout ArraySlice<Word>) throws(Failure) {
    var group = word.bytes[1...]
    while let letter = group.popFirst() {
      guard let flag = flags.first(where: { $0.short?.asciiValue == letter }) else {
        let character = Word([letter] + group.prefix { $0 & 0xC0 == 0x80 }).text
        throw unknownFlag("-\(character)", among: [])
      }
      if flag.value != nil {
        return try take(group.isEmpty ? Self.nextValue(&rest) : Word(group), for: flag)
      }
      take(switch: flag)
    }
  }

  private mutating func take(switch flag: Flag) {
    let full = flag.shorthand
    ownFlags.append(GivenFlag(name: full?.flag ?? flag.name, value: full.map { Word($0.value.utf8) }))
  }

  private mutating func take(_ value: Word?, for flag: Flag) throws(Failure) {
    guard let value else { throw .valueMissing(flag: flag.typed) }
    if value.bytes.isEmpty { throw .valueEmpty(flag: flag.typed) }
    if !flag.choices.isEmpty, !flag.choices.contains(value.text) {
      throw .badChoice(name: flag.typed, value: value.text, choices: flag.choices)
    }
    ownFlags.append(GivenFlag(name: flag.name, value: value))
  }

  /// The next word as a value; nil if there is none or it is a flag.
  private static func nextValue(_ rest: inout ArraySlice<Word>) -> Word? {
    guard let next = rest.first, !next.isFlag else { return nil }
    return rest.popFirst()
  }
}
