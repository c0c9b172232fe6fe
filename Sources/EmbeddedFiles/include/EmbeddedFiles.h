#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A file in `rules`, embedded in the program.
struct embedded_file {
  /// The path relative to `rules`, in UTF-8.
  const char *path;
  const unsigned char *bytes;
  size_t length;
  /// The prebuilt JSON index; null if there is none.
  const uint32_t *nodes;
};

/// The number of files.
size_t embedded_file_count(void);

/// The file at an index from 0, in unspecified order.
struct embedded_file embedded_file_at(size_t index);

/// The file with a path; has no bytes if there is none.
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
