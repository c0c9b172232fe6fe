#pragma once

/// From now on gives large pieces of memory back to the system when they are free, where the platform would keep them.
void return_large_pieces(void);
