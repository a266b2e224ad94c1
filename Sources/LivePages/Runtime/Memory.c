// Memory. The sizes of blocks go in four steps from one power of two to the next; each has a list of its
// free blocks. What is free stays with its size: a run is short.
#include <stddef.h>
#include <stdint.h>

struct block {
  struct block *next;
};

enum { SMALLEST = 16, HEAD = 16 };

extern char __heap_base;
static uintptr_t unused;
static struct block *free_blocks[112];

static uint32_t class_of(size_t count) {
  if (count <= SMALLEST) return 0;
  uint32_t top = 31 - (uint32_t)__builtin_clz((uint32_t)(count - 1));
  return (top - 4) * 4 + ((uint32_t)(count - 1) >> (top - 2) & 3) + 1;
}

static size_t size_of(uint32_t class) {
  if (class == 0) return SMALLEST;
  uint32_t top = (class - 1) / 4 + 4, step = (class - 1) % 4 + 1;
  return ((size_t)1 << top) + ((size_t)step << (top - 2));
}

// The number of its class stands before each block.
static void *allocate(size_t count, size_t alignment) {
  if (count > (size_t)1 << 30) return 0;
  uint32_t class = class_of(count);
  struct block *block = free_blocks[class];
  if (block && !((uintptr_t)block & (alignment - 1))) {
    free_blocks[class] = block->next;
    return block;
  }
  if (!unused) unused = (uintptr_t)&__heap_base;
  uintptr_t start = (unused + HEAD + alignment - 1) & ~(uintptr_t)(alignment - 1);
  uintptr_t end = start + size_of(class);
  uintptr_t limit = (uintptr_t)__builtin_wasm_memory_size(0) << 16;
  if (end < start) return 0;
  if (end > limit && __builtin_wasm_memory_grow(0, ((end - limit) >> 16) + 1) == (size_t)-1) return 0;
  unused = end;
  ((uint32_t *)start)[-1] = class;
  return (void *)start;
}

int posix_memalign(void **place, size_t alignment, size_t count) {
  enum { NO_MEMORY = 12 };
  *place = allocate(count, alignment < SMALLEST ? SMALLEST : alignment);
  return *place ? 0 : NO_MEMORY;
}

void free(void *place) {
  if (!place) return;
  uint32_t class = ((uint32_t *)place)[-1];
  struct block *block = place;
  block->next = free_blocks[class];
  free_blocks[class] = block;
}

__attribute__((export_name("gradbook_allocate")))
void *gradbook_allocate(uint32_t count) { return allocate(count, SMALLEST); }

void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }
void *memset(void *to, int value, size_t count) { return __builtin_memset(to, value, count); }

int memcmp(const void *a, const void *b, size_t count) {
  const unsigned char *p = a, *q = b;
  for (size_t i = 0; i < count; i++)
    if (p[i] != q[i]) return p[i] - q[i];
  return 0;
}

// Hashing begins with these: the same in every run.
void arc4random_buf(void *place, size_t count) { memset(place, 7, count); }

uintptr_t __stack_chk_guard = 0x5bd1e995;

void __stack_chk_fail(void) { __builtin_trap(); }
