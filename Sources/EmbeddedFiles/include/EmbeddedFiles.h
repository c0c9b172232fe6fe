#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A file below `rules`, built into the program.
struct embedded_file {
  /// The path below `rules`, in UTF-8.
  const char *path;
  const unsigned char *bytes;
  size_t length;
  /// Its index, as StrictJSON makes it; null where it was not indexed.
  const uint32_t *nodes;
};

/// How many files there are.
size_t embedded_file_count(void);

/// One of them, counted from 0, in no promised order.
struct embedded_file embedded_file_at(size_t index);

/// The one with this path; without bytes when there is none.
static inline struct embedded_file embedded_file_named(const char *path) {
  for (size_t i = 0; i < embedded_file_count(); i++) {
    const struct embedded_file file = embedded_file_at(i);
    size_t end = 0;
    while (path[end] && path[end] == file.path[end]) end++;
    if (path[end] == file.path[end]) return file;
  }
  const struct embedded_file none = {0, 0, 0, 0};
  return none;
}

#ifdef __cplusplus
}
#endif
