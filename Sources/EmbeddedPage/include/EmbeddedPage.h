#pragma once
#include <stddef.h>

/// One file of the page for browsers, built into the program.
struct embedded_page_file {
  /// Its name, in UTF-8.
  const char *name;
  const unsigned char *bytes;
  size_t length;
};

/// How many files the page has.
size_t embedded_page_file_count(void);

/// One of them, counted from 0; `page.html` names the others.
struct embedded_page_file embedded_page_file_at(size_t index);
