#include "PlatformMemory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void return_large_pieces(void) {
#ifdef __GLIBC__
  // A bound that is set does not grow with the pieces that were freed, as it else does.
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}
