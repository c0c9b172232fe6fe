#pragma once

/// Ends the program on the signals that ask for it, and on faults, only after removing the file
/// that `remove_on_signal` names. A signal that the parent had ignored stays ignored.
void handle_signals(void);

/// Names the file that a signal removes before it ends the program; null for none.
void remove_on_signal(const char *path);
