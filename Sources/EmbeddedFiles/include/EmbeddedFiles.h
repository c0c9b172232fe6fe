#pragma once
#include <stddef.h>

/// A file below `rules`, built into the program.
struct embedded_file {
  /// The path below `rules`, in UTF-8.
  const char *path;
  const unsigned char *bytes;
  size_t length;
};

/// How many files there are.
size_t embedded_file_count(void);

/// One of them, counted from 0, in no promised order.
struct embedded_file embedded_file_at(size_t index);
