import CodingRules

extension Command {
  static let completions = Command(
    name: "completions", group: .setup, summary: "print a shell completion script", operands: "SHELL",
    operandKinds: [.choice(shells)],
    examples: """
      source <(cdtadvise completions bash)  # in ~/.bashrc
      cdtadvise completions zsh > FOLDER/_cdtadvise  # for zsh, in a folder of $fpath
      cdtadvise completions fish | source  # in ~/.config/fish/config.fish
      """
  ) { run throws(Failure) in
    let scripts: [String: [UInt8]] = [
      "bash": PackageResources.cdtadvise_bash, "zsh": PackageResources.cdtadvise_zsh,
      "fish": PackageResources.cdtadvise_fish,
    ]
    guard let word = run.arguments.operands.first else {
      throw .operandMissing("a shell (\(shells.joined(separator: ", ")))")
    }
    guard let script = scripts[word] else { throw .badChoice(name: "SHELL", value: word, choices: shells) }
    return Outcome(text: String(decoding: script, as: UTF8.self))
  }

  /// The command that the shells' scripts call; help does not list it.
  static let complete = Command(
    name: "complete", group: nil, summary: "print what can follow some words", operands: "-- WORD …",
    operandKinds: [.text]
  ) { run throws(Failure) in
    let found = Completion(run.arguments.operandWords, try run.book()).result
    return Outcome(text: found.lines.map { $0 + "\n" }.joined())
  }
}

/// The shells with a script, which makes them ask `cdtadvise complete` for the words that fit, after `:files` if file
/// names fit. bash splits words at `=`, so its script joins them, and keeps of each answer what follows.
private let shells = ["bash", "zsh", "fish"]
