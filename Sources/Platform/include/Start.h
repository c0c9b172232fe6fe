#pragma once

/// The number of command-line arguments, including the program name; 0 if the system does not pass
/// them.
///
/// Swift reads them from /proc, which may be missing, or unreadable when no file can be opened.
int argument_count(void);

/// The command-line argument at an index from 0.
char *_Nonnull argument(int index);
