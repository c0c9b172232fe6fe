// The platform layer of the compiled library: memory, some C library functions, and rule files.
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

// Output is discarded, and hash seeds need not be random: a page cannot attack anyone but itself.
int putchar(int byte) { return byte; }
void arc4random_buf(void *to, size_t count) { memset(to, 0, count); }

// 128-bit multiplication, which the compiler uses for overflow-checked 64-bit multiplication.
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

// An allocator of power-of-two blocks, with a free list for each size.
enum { HEADER = 16, SIZES = 32 };

extern unsigned char __heap_base;
static uintptr_t heap_top;
static void *free_lists[SIZES];

void *malloc(size_t count) {
  int size = 5;
  while ((size_t)1 << size < count + HEADER) {
    if (++size == SIZES) __builtin_trap();
  }
  uintptr_t block = (uintptr_t)free_lists[size];
  if (block) {
    free_lists[size] = *(void **)(block + HEADER);
  } else {
    block = heap_top ? heap_top : ((uintptr_t)&__heap_base + HEADER - 1) / HEADER * HEADER;
    heap_top = block + ((size_t)1 << size);
    size_t end = __builtin_wasm_memory_size(0) << 16;
    if (heap_top > end && __builtin_wasm_memory_grow(0, ((heap_top - end) >> 16) + 16) == (size_t)-1) __builtin_trap();
  }
  *(int *)block = size;
  return (void *)(block + HEADER);
}

void free(void *memory) {
  if (!memory) return;
  int size = *(int *)((uintptr_t)memory - HEADER);
  *(void **)memory = free_lists[size];
  free_lists[size] = (void *)((uintptr_t)memory - HEADER);
}

// The compiler never requests more than the alignment of every block.
int posix_memalign(void **memory, size_t alignment, size_t count) {
  if (alignment > HEADER) __builtin_trap();
  *memory = malloc(count);
  return 0;
}

// The rule files added by the page.
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
