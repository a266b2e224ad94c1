// The border to the check when the book is built: a program whose arguments are an experiment's number and
// its settings, and which writes the transcript to standard output.
#include "Border.h"

struct text {
  const void *start;
  size_t count;
};

#define WASI(name) __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name)))

WASI(fd_write) int fd_write(int file, const struct text *texts, size_t count, size_t *written);
WASI(args_sizes_get) int args_sizes_get(size_t *count, size_t *bytes);
WASI(args_get) int args_get(char **arguments, char *bytes);

void emit(uint32_t kind, const void *bytes, uint32_t count) {
  struct text text = {bytes, count};
  size_t written;
  fd_write(kind == EMIT_TRANSCRIPT ? 1 : 2, &text, 1, &written);
}

__attribute__((export_name("_start")))
void start(void) {
  static char bytes[1 << 16], *arguments[3];
  size_t count, size;
  args_sizes_get(&count, &size);
  if (count != 3 || size > sizeof bytes) __builtin_trap();
  args_get(arguments, bytes);
  uint32_t experiment = 0, length = 0;
  for (const char *digit = arguments[1]; *digit; digit++)
    experiment = 10 * experiment + (uint32_t)(*digit - '0');
  while (arguments[2][length]) length++;
  gradbook_run(experiment, (const uint8_t *)arguments[2], length);
}
