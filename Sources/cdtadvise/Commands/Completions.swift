import CodingRules

/// A shell that can complete words.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The lines that make the shell ask the program what can be typed.
  var script: String {
    switch self {
    case .bash:
      """
      # bash completion of cdtadvise: source <(cdtadvise completions bash)
      _cdtadvise() {
        local IFS=$'\\n'
        COMPREPLY=($(cdtadvise complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
      }
      complete -o default -F _cdtadvise cdtadvise

      """
    case .zsh:
      """
      #compdef cdtadvise
      # zsh completion of cdtadvise: cdtadvise completions zsh > a folder of $fpath, as _cdtadvise
      _cdtadvise() {
        local -a found
        found=("${(@f)$(cdtadvise complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
        if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
      }
      compdef _cdtadvise cdtadvise

      """
    case .fish:
      """
      # fish completion of cdtadvise: cdtadvise completions fish | source
      function __cdtadvise_complete
        set -l words (commandline -opc) (commandline -ct)
        cdtadvise complete -- $words[2..-1] 2>/dev/null
      end
      complete -c cdtadvise -a '(__cdtadvise_complete)'

      """
    }
  }
}

extension Command {
  static let completions = Command(
    name: "completions", summary: "print what makes a shell complete words", operands: "SHELL",
    operandKind: .shell,
    examples: [
      (
        "source <(cdtadvise completions bash)",
        "commands, flags, topics, questions and answers; also zsh, fish"
      )
    ]
  ) { run throws(Failure) in
    let shells = Shell.allCases.map(\.rawValue)
    guard let word = run.arguments.operands.first else {
      throw .operandMissing("a shell, \(shells.joined(separator: ", ")),")
    }
    guard let shell = Shell(rawValue: word) else {
      throw .badChoice(flag: "completions", value: word, choices: shells)
    }
    return Outcome(text: shell.script)
  }

  /// What the shells' scripts ask; not for people, so help does not list it.
  static let complete = Command(
    name: "complete", summary: "print what can stand for the last of some words", operands: "-- WORD …",
    examples: []
  ) { run throws(Failure) in
    let found = Completion(run.arguments.operands, try run.book()).candidates
    return Outcome(text: found.map { $0 + "\n" }.joined())
  }
}
