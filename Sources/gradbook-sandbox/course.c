#define _GNU_SOURCE
#include "course.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

struct course *make_shared_course(void) {
  void *memory =
      mmap(NULL, sizeof(struct course), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANON, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void note_failure(struct course *course, const char *step, const char *subject) {
  course->failure = errno;
  snprintf(course->failed_step, sizeof course->failed_step, "%s '%s'", step, subject);
}

static const char *verdict_name(enum verdict verdict) {
  switch (verdict) {
    case VERDICT_TIME: return "time";
    case VERDICT_SCRATCH: return "scratch";
    case VERDICT_MEMORY: return "memory";
    case VERDICT_STOPPED: return "stopped";
    case VERDICT_NONE: break;
  }
  return NULL;
}

void write_course(const struct course *course, int file) {
  for (int layer = 0; layer < LAYER_COUNT; layer++) {
    if (course->missing[layer]) dprintf(file, "missing %s\n", layer_names[layer]);
  }
  const char *verdict = verdict_name(course->verdict);
  if (verdict) dprintf(file, "ended %s\n", verdict);
  if (course->failure) {
    dprintf(file, "failed %s: %s\n", course->failed_step, strerror(course->failure));
  }
  if (course->has_ended) dprintf(file, "peak %ld\n", course->peak_kilobytes);
}
