#include "Memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void return_large_pieces(void) {
#ifdef __GLIBC__
  // A threshold that is set no longer grows with the pieces that were freed.
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}
