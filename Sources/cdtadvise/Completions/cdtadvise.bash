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
