#define _DEFAULT_SOURCE
#include "Start.h"

#include <stdlib.h>

static int word_count;
static char **words;

/// Runs before the Swift runtime does.
__attribute__((constructor(101))) static void start(int count, char **arguments) {
  (void)count;
  (void)arguments;
#if defined(__GLIBC__) || defined(__APPLE__)
  word_count = count;
  words = arguments;
#endif
  // The runtime would otherwise look for its own folder to find a program that shows stacks, and without /proc it
  // would end this one.
  setenv("SWIFT_BACKTRACE", "enable=no,swift-backtrace=/", 0);
}

int argument_count(void) { return word_count; }

char *argument(int index) { return words[index]; }
