#pragma once

/// How many words the command line has, that of the program among them; 0 where the system does not say.
///
/// Swift reads them from /proc, which may be missing, or closed to a program that may open no more files.
int argument_count(void);

/// A word of the command line, by its index from 0.
char *_Nonnull argument(int index);
