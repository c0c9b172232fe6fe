#pragma once

#include <stdbool.h>

/// Ends the program on the signals that ask for it, and on faults, only after removing the file
/// that `remove_on_signal` names. A signal that the parent had ignored stays ignored.
void handle_signals(void);

/// Names the file that a signal removes before it ends the program; null for none.
void remove_on_signal(const char *path);

/// Whether standard input, a terminal, hands over each key at once and shows none, or whole lines as before. Every end
/// of the program that a signal causes brings the lines back. False when the terminal refuses.
bool read_keys(bool on);
