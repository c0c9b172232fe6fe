#pragma once
#include <stddef.h>

/// A plan, built into the program.
struct embedded_plan {
  /// The id of the plan, in UTF-8.
  const char *id;
  const unsigned char *bytes;
  size_t length;
};

/// How many plans there are.
size_t embedded_plan_count(void);

/// One of them, counted from 0, by id.
struct embedded_plan embedded_plan_at(size_t index);
