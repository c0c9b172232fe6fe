import CodingRules

/// The words of a command line, taken apart: command, operands, flags, answers.
struct Arguments {
  /// A flag as it was given.
  struct GivenFlag {
    let name: String
    /// What followed it; nil when nothing did.
    let value: String?
  }

  /// The command.
  let command: Command
  /// Whether the first word named it.
  let isCommandNamed: Bool
  /// The words that are no flags, in order.
  private(set) var operands: [String] = []
  /// The flags whose names the command does not know, in order.
  private(set) var answerFlags: [GivenFlag] = []
  private var ownFlags: [GivenFlag] = []
  private let flags: [Flag]

  /// The last value of a flag; nil when it was not given.
  subscript(flag: Flag) -> String? { all(flag).last }

  /// All values of a flag, in order.
  func all(_ flag: Flag) -> [String] { ownFlags.filter { $0.name == flag.name }.compactMap(\.value) }

  /// Whether a switch was given.
  func has(_ flag: Flag) -> Bool { ownFlags.contains { $0.name == flag.name } }

  /// Takes the words after the program's name apart.
  init(_ words: [String]) throws(Failure) {
    let place = Self.placeOfCommand(in: words)
    command = place.flatMap { place in Command.named(words[place]) } ?? .ask
    isCommandNamed = place != nil
    flags = command.flags
    var words = words
    if let place { words.remove(at: place) }
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--":
        operands += rest
        rest = []
      case _ where word.hasPrefix("--"): try takeLong(word.utf8.dropFirst(2), &rest)
      case _ where word.hasPrefix("-") && word != "-": try takeShort(word.dropFirst(), &rest)
      default: operands.append(word)
      }
    }
  }

  /// Where the word stands that names the command: the first that is neither a flag nor a flag's value.
  private static func placeOfCommand(in words: [String]) -> Int? {
    guard words.contains(where: { Command.named($0) != nil }) else { return nil }
    var isValue = false
    for (place, word) in words.enumerated() {
      if word == "--" { return nil }
      if isValue {
        isValue = false
      } else if word.hasPrefix("-"), word != "-" {
        isValue = !word.utf8.contains(UInt8(ascii: "=")) && !isSwitch(word)
      } else {
        return Command.named(word) != nil ? place : nil
      }
    }
    return nil
  }

  /// Whether a word is a flag, or a group of flags, that no value follows. A flag that nobody knows may be a question.
  private static func isSwitch(_ word: String) -> Bool {
    let known = Command.all.flatMap(\.flags)
    let flag =
      word.hasPrefix("--")
      ? known.first { $0.typed == word } : word.last.flatMap { last in known.first { $0.short == last } }
    return flag.map { $0.valueName == nil } ?? !word.hasPrefix("--")
  }

  private mutating func takeLong(
    _ word: Substring.UTF8View, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    let equals = word.firstIndex(of: UInt8(ascii: "="))
    let name = String(decoding: word[..<(equals ?? word.endIndex)], as: UTF8.self)
    let attached = equals.map { String(decoding: word[$0...].dropFirst(), as: UTF8.self) }
    guard let flag = flags.first(where: { $0.name == name }) else {
      return try takeAnswer(name, attached, &rest)
    }
    if case .none = flag.value {
      if attached != nil { throw .valueRefused(flag: flag.typed) }
      ownFlags.append(GivenFlag(name: flag.name, value: nil))
    } else {
      try take(attached ?? Self.nextValue(&rest), for: flag)
    }
  }

  private mutating func takeAnswer(
    _ name: String, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(Failure) {
    guard command.takesAnswers else {
      let isElsewhere = Command.all.contains { $0.flags.contains { $0.name == name } }
      if isElsewhere { throw .flagNotHere("--\(name)", command: command.name) }
      throw unknown("--\(name)")
    }
    answerFlags.append(GivenFlag(name: name, value: attached ?? Self.nextValue(&rest)))
  }

  private mutating func takeShort(_ letters: Substring, _ rest: inout ArraySlice<String>) throws(Failure) {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let flag = flags.first(where: { $0.short == letter }) else { throw unknown("-\(letter)") }
      if case .none = flag.value {
        ownFlags.append(GivenFlag(name: flag.name, value: nil))
      } else {
        let attached = letters.isEmpty ? Self.nextValue(&rest) : String(letters)
        return try take(attached, for: flag)
      }
    }
  }

  private mutating func take(_ value: String?, for flag: Flag) throws(Failure) {
    guard let value else { throw .valueMissing(flag: flag.typed) }
    if value.isEmpty { throw .valueEmpty(flag: flag.typed) }
    if !flag.choices.isEmpty, !flag.choices.contains(value) {
      throw .badChoice(flag: flag.typed, value: value, choices: flag.choices)
    }
    ownFlags.append(GivenFlag(name: flag.name, value: value))
  }

  /// The next word as a value; nil when there is none or it is a flag itself.
  private static func nextValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else { return nil }
    return rest.popFirst()
  }

  private func unknown(_ flag: String) -> Failure {
    let suggestion = nearestName(to: flag, among: command.flags.map(\.typed))
    return .unknownFlag(flag, suggestion: suggestion)
  }
}
