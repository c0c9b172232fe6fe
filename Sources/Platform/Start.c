#define _DEFAULT_SOURCE
#include "Start.h"

#include <stdlib.h>

static int word_count;
static char **words;

/// Runs before the Swift runtime starts.
__attribute__((constructor(101))) static void start(int count, char **arguments) {
  (void)count;
  (void)arguments;
#if defined(__GLIBC__) || defined(__APPLE__)
  word_count = count;
  words = arguments;
#endif
  // Otherwise the runtime would search for its backtracer, and abort where /proc is missing.
  setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
}

int argument_count(void) { return word_count; }

char *argument(int index) { return words[index]; }
