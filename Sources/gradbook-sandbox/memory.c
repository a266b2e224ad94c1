#ifdef __linux__
#define _GNU_SOURCE
#include "memory.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { MOST_PROCESSES = 512 };

/// The processes below one.
struct family {
  int processes[MOST_PROCESSES];
  int count;
};

static void add_children_of_thread(struct family *family, int process, const char *thread) {
  char path[300];
  snprintf(path, sizeof path, "/proc/%d/task/%s/children", process, thread);
  FILE *list = fopen(path, "re");
  int child;
  while (list && family->count < MOST_PROCESSES && fscanf(list, "%d", &child) == 1) {
    family->processes[family->count++] = child;
  }
  if (list) fclose(list);
}

static void add_children(struct family *family, int process) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", process);
  DIR *threads = opendir(path);
  struct dirent *thread;
  while (threads && (thread = readdir(threads))) {
    if (thread->d_name[0] != '.') add_children_of_thread(family, process, thread->d_name);
  }
  if (threads) closedir(threads);
}

static void find(struct family *family, int first) {
  family->count = 0;
  add_children(family, first);
  for (int i = 0; i < family->count; i++) add_children(family, family->processes[i]);
}

/// The sum of some lines of a process's file, each a name, a number and "kB".
static uint64_t kilobytes(int process, const char *file, const char *const names[]) {
  char path[64], line[256];
  snprintf(path, sizeof path, "/proc/%d/%s", process, file);
  FILE *lines = fopen(path, "re");
  uint64_t sum = 0;
  while (lines && fgets(line, sizeof line, lines)) {
    for (const char *const *name = names; *name; name++) {
      size_t length = strlen(*name);
      unsigned long long value;
      if (strncmp(line, *name, length) == 0 && sscanf(line + length, " %llu", &value) == 1) {
        sum += value;
      }
    }
  }
  if (lines) fclose(lines);
  return sum;
}

static uint64_t sum_of(const struct family *family, const char *file, const char *const names[]) {
  uint64_t sum = 0;
  for (int i = 0; i < family->count; i++) sum += kilobytes(family->processes[i], file, names);
  return sum << 10;
}

static void signal_all(const struct family *family, int number) {
  for (int i = 0; i < family->count; i++) kill(family->processes[i], number);
}

bool have_children_more_than(int process, uint64_t most) {
  static const char *const own[] = {"RssAnon:", "RssShmem:", NULL};
  static const char *const proportional[] = {"Pss_Anon:", "Pss_Shmem:", NULL};
  static uint64_t allowed;
  struct family family;
  find(&family, process);
  uint64_t sum = sum_of(&family, "status", own);
  if (sum <= most || sum <= allowed) return false;
  // Forked processes share their pages until they change them. Telling that apart takes so long that
  // they stand still meanwhile; and it is not asked again before they have grown.
  signal_all(&family, SIGSTOP);
  uint64_t together = sum_of(&family, "smaps_rollup", proportional);
  signal_all(&family, SIGCONT);
  bool is_more = together == 0 || together > most;
  if (!is_more) allowed = sum + (most - together) / 2;
  return is_more;
}
#endif
