// What the compiled library needs of a platform: memory, a few functions of the C library, and the rule files.
#include <stddef.h>
#include <stdint.h>

#include "../../EmbeddedFiles/include/EmbeddedFiles.h"

void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memset(void *to, int byte, size_t count) { return __builtin_memset(to, byte, count); }

int memcmp(const void *first, const void *second, size_t count) {
  const unsigned char *a = first, *b = second;
  for (size_t i = 0; i < count; i++) {
    if (a[i] != b[i]) return a[i] - b[i];
  }
  return 0;
}

size_t strlen(const char *text) {
  size_t length = 0;
  while (text[length]) length++;
  return length;
}

// Nothing is written, and hashes need no secret: a page is hostile to nobody but itself.
int putchar(int byte) { return byte; }
void arc4random_buf(void *to, size_t count) { memset(to, 0, count); }

// The product of two 128-bit numbers, which the compiler calls to find overflows of 64 bits.
typedef unsigned __int128 wide;

static wide product(uint64_t a, uint64_t b) {
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, first = a1 * b0 + (low >> 32), second = a0 * b1 + (uint32_t)first;
  return (wide)(a1 * b1 + (first >> 32) + (second >> 32)) << 64 | second << 32 | (uint32_t)low;
}

__int128 __multi3(__int128 a, __int128 b) {
  uint64_t low = a, high = a >> 64, otherLow = b, otherHigh = b >> 64;
  return product(low, otherLow) + ((wide)(low * otherHigh + high * otherLow) << 64);
}

// Memory in blocks of powers of two; freed blocks of a size wait in a list.
enum { HEADER = 16, SIZES = 32 };

extern unsigned char __heap_base;
static uintptr_t unused;
static void *freed[SIZES];

void *malloc(size_t count) {
  int size = 5;
  while ((size_t)1 << size < count + HEADER) {
    if (++size == SIZES) __builtin_trap();
  }
  uintptr_t block = (uintptr_t)freed[size];
  if (block) {
    freed[size] = *(void **)(block + HEADER);
  } else {
    block = unused ? unused : ((uintptr_t)&__heap_base + HEADER - 1) / HEADER * HEADER;
    unused = block + ((size_t)1 << size);
    size_t end = __builtin_wasm_memory_size(0) << 16;
    if (unused > end && __builtin_wasm_memory_grow(0, ((unused - end) >> 16) + 16) == (size_t)-1) __builtin_trap();
  }
  *(int *)block = size;
  return (void *)(block + HEADER);
}

void free(void *memory) {
  if (!memory) return;
  int size = *(int *)((uintptr_t)memory - HEADER);
  *(void **)memory = freed[size];
  freed[size] = (void *)((uintptr_t)memory - HEADER);
}

// The compiler never asks for more than the alignment that every block has.
int posix_memalign(void **memory, size_t alignment, size_t count) {
  if (alignment > HEADER) __builtin_trap();
  *memory = malloc(count);
  return 0;
}

// The rule files, as the page adds them.
static struct embedded_file files[256];
static size_t file_count;

__attribute__((export_name("reserve"))) void *reserve(size_t count) { return malloc(count); }
__attribute__((export_name("release"))) void release(void *memory) { free(memory); }

__attribute__((export_name("addFile"))) void add_file(const char *path, const unsigned char *bytes, size_t length) {
  if (file_count == sizeof files / sizeof *files) __builtin_trap();
  files[file_count++] = (struct embedded_file){path, bytes, length, 0};
}

size_t embedded_file_count(void) { return file_count; }
struct embedded_file embedded_file_at(size_t index) { return files[index]; }
