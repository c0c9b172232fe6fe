#pragma once

/// From now on gives large pieces of memory back to the system as soon as they are free.
///
/// Glibc otherwise keeps more with each larger piece, by which a batch with rows of megabytes grew from 28 to 39 MB.
void return_large_pieces(void);
