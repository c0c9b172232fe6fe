#define _DEFAULT_SOURCE
#include <stdlib.h>

#if defined(__GLIBC__)

static int word_count;
static char **words;

/// Replaces the function behind Swift's `CommandLine`. The runtime's own parses /proc/self/maps before every `main`, and
/// fails where /proc is missing or no more files may be opened.
char **_swift_stdlib_getUnsafeArgvArgc(int *count) {
  *count = word_count;
  return words;
}

#endif

/// Runs before the Swift runtime does.
__attribute__((constructor(101))) static void start(int count, char **arguments) {
  (void)count;
  (void)arguments;
#if defined(__GLIBC__)
  word_count = count;
  words = arguments;
#endif
  // The runtime would otherwise look for its own folder to find a program that shows stacks, and without /proc it
  // would end this one.
  setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
}
