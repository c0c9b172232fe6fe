#define _DEFAULT_SOURCE
#include <stdlib.h>

#if defined(__GLIBC__)

static int word_count;
static char **words;

/// Answers for Swift's `CommandLine`, in place of the runtime's own function, which reads /proc/self/maps before `main` in
/// every start: /proc may be missing, or closed to a program that may open no more files.
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
