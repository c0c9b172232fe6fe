#include "Memory.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void return_large_pieces(void) {
#ifdef __GLIBC__
  // Setting the threshold stops glibc from raising it as large blocks are freed.
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
#endif
}
