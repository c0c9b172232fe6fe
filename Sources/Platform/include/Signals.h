#pragma once

#include <stdbool.h>

/// Installs handlers that remove the file named with `remove_on_signal` before a termination signal
/// or a fault ends the program. Signals that the parent ignored stay ignored.
void handle_signals(void);

/// Sets the file to remove before a signal ends the program; null for none.
void remove_on_signal(const char *path);

/// Switches standard input, a terminal, to single keys without echo, or back to lines. A signal
/// that ends the program also switches back. Returns false if the terminal rejects the mode.
bool read_keys(bool on);
