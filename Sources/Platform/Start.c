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

/// Runs before the Swift runtime starts.
__attribute__((constructor(101))) static void start(int count, char **arguments) {
  (void)count;
  (void)arguments;
#if defined(__GLIBC__)
  word_count = count;
  words = arguments;
#endif
  // Otherwise the runtime would search for its backtracer, and abort where /proc is missing.
  setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
}
