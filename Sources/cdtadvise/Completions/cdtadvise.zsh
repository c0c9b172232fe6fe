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
