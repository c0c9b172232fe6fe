#pragma once
#include <stddef.h>

/// One rule file, built into the program.
struct embedded_rule_file {
  /// The path below the rule book's folder, in UTF-8.
  const char *path;
  const unsigned char *bytes;
  size_t length;
};

/// How many files the standard rule book has.
size_t embedded_rule_file_count(void);

/// One of them, counted from 0, in no promised order.
struct embedded_rule_file embedded_rule_file_at(size_t index);
