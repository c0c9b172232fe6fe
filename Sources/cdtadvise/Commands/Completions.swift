import CodingRules

extension Command {
  static let completions = Command(
    id: .completions, group: .setup, summary: "print a shell completion script", operands: "SHELL",
    operandKinds: [.choice(Shell.allCases.map(\.rawValue))],
    examples: """
      source <(cdtadvise completions bash)  # in ~/.bashrc
      cdtadvise completions zsh > FOLDER/_cdtadvise  # for zsh, in a folder of $fpath
      cdtadvise completions fish | source  # in ~/.config/fish/config.fish
      """
  ) { run throws(Failure) in
    let shells = Shell.allCases.map(\.rawValue)
    guard let word = run.arguments.operands.first else {
      throw .operandMissing("a shell (\(shells.joined(separator: ", ")))")
    }
    guard let shell = Shell(rawValue: word) else {
      throw .badChoice(name: "SHELL", value: word, choices: shells)
    }
    return Outcome(text: shell.script)
  }

  /// The command that the shells' scripts call; help does not list it.
  static let complete = Command(
    id: .complete, group: nil, summary: "print what can follow some words", operands: "-- WORD …",
    operandKinds: [.text]
  ) { run throws(Failure) in
    let found = Completion(run.arguments.operandWords, try run.book()).result
    return Outcome(text: found.lines.map { $0 + "\n" }.joined())
  }
}

/// A shell that can complete words.
private enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that makes the shell ask `cdtadvise complete` for the words that fit, after `:files` if file names fit.
  ///
  /// bash splits words at `=`, so its script joins them, and keeps of each answer what follows.
  var script: String {
    let bytes =
      switch self {
      case .bash: PackageResources.cdtadvise_bash
      case .zsh: PackageResources.cdtadvise_zsh
      case .fish: PackageResources.cdtadvise_fish
      }
    return String(decoding: bytes, as: UTF8.self)
  }
}
