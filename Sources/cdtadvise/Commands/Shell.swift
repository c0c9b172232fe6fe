/// A shell that can complete words.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The lines that make the shell ask `cdtadvise complete` what can be typed. A first answer
  /// `:files` means that file names fit too.
  var script: String {
    switch self {
    case .bash: Self.bashScript
    case .zsh: Self.zshScript
    case .fish: Self.fishScript
    }
  }

  /// bash splits words at `=`: they are joined for the program, and of its answers only what
  /// follows is handed back.
  private static let bashScript = #"""
    # bash completion of cdtadvise: source <(cdtadvise completions bash)
    _cdtadvise() {
      local i words=() current=${COMP_WORDS[COMP_CWORD]}
      for ((i = 1; i <= COMP_CWORD; i++)); do
        if ((i > 1)) && [[ ${COMP_WORDS[i]} == = || ${COMP_WORDS[i - 1]} == = ]]; then
          words[-1]+=${COMP_WORDS[i]}
        else
          words+=("${COMP_WORDS[i]}")
        fi
      done
      [[ $current == = ]] && current=
      local whole=${words[-1]}
      mapfile -t COMPREPLY < <(cdtadvise complete -- "${words[@]}" 2>/dev/null)
      if [[ ${COMPREPLY[0]} == :files ]]; then
        COMPREPLY=("${COMPREPLY[@]:1}")
        if ((${#COMPREPLY[@]})); then
          local files
          mapfile -t files < <(compgen -f -- "$current")
          COMPREPLY+=("${files[@]}")
          compopt -o filenames 2>/dev/null
        fi
      else
        compopt +o default 2>/dev/null
      fi
      [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
      COMPREPLY=("${COMPREPLY[@]#"${whole%"$current"}"}")
    }
    complete -o default -F _cdtadvise cdtadvise

    """#

  private static let zshScript = #"""
    #compdef cdtadvise
    # zsh completion of cdtadvise: cdtadvise completions zsh > a folder of $fpath, as _cdtadvise
    _cdtadvise() {
      local -a found
      found=("${(@f)$(cdtadvise complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
      if [[ $found[1] == :files ]]; then
        shift found
        (($#found)) && compadd -- $found
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
      else
        compadd -S '' -- ${(M)found:#*=}
        compadd -- ${found:#*=}
      fi
    }
    if [[ $funcstack[1] == _cdtadvise ]]; then
      _cdtadvise "$@"
    else
      compdef _cdtadvise cdtadvise
    fi

    """#

  private static let fishScript = #"""
    # fish completion of cdtadvise: cdtadvise completions fish | source
    function __cdtadvise_complete
      set -l words (commandline -opc) (commandline -ct)
      set -l found (cdtadvise complete -- $words[2..-1] 2>/dev/null)
      if test "$found[1]" = :files
        set -e found[1]
        set -l flag (string match -r -- '^--[^=]*=' $words[-1])
        for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' $words[-1]))
          printf '%s\n' "$flag$path"
        end
      end
      printf '%s\n' $found
    end
    complete -c cdtadvise -f -a '(__cdtadvise_complete)'

    """#
}
