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
