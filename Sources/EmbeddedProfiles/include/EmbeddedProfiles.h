#pragma once
#include <stddef.h>

/// A profile of exports, built into the program.
struct embedded_profile {
  /// The name by which --profile takes it, in UTF-8.
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// How many profiles there are.
size_t embedded_profile_count(void);

/// One of them, counted from 0, by name.
struct embedded_profile embedded_profile_at(size_t index);
