#ifdef __linux__
#define _GNU_SOURCE
#include "control_group.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/// The start of the names of groups; the number of the launcher follows.
static const char PREFIX[] = "gradbook-";

enum { MOST_TRIES = 50, TEXT_SIZE = 1024 };

/// Reads the beginning of a group's file.
static bool read_text(const char *folder, const char *name, char text[TEXT_SIZE]) {
  char path[CONTROL_GROUP_PATH_SIZE + 64];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t count = file < 0 ? -1 : read(file, text, TEXT_SIZE - 1);
  if (file >= 0) close(file);
  text[count > 0 ? count : 0] = 0;
  return count >= 0;
}

static bool write_text(const char *folder, const char *name, const char *text) {
  char path[CONTROL_GROUP_PATH_SIZE + 64];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  int file = open(path, O_WRONLY | O_CLOEXEC);
  ssize_t length = (ssize_t)strlen(text);
  bool is_written = file >= 0 && write(file, text, (size_t)length) == length;
  if (file >= 0) close(file);
  return is_written;
}

static bool write_number(const char *folder, const char *name, uint64_t number) {
  char text[32];
  snprintf(text, sizeof text, "%llu", (unsigned long long)number);
  return write_text(folder, name, text);
}

/// The number behind a name in lines of `name number`; 0 when there is none.
static unsigned long long value_of(const char *text, const char *name) {
  size_t length = strlen(name);
  for (const char *line = text; line; line = strchr(line, '\n')) {
    if (*line == '\n') line++;
    if (strncmp(line, name, length) == 0 && line[length] == ' ') {
      return strtoull(line + length, NULL, 10);
    }
  }
  return 0;
}

/// Finds this process's group in the hierarchy with a controller: `N:memory:/path` in version 1,
/// `0::/path` in version 2.
static bool find_own(const char *controller, const char *mount, char folder[]) {
  FILE *lines = fopen("/proc/self/cgroup", "re");
  char line[CONTROL_GROUP_PATH_SIZE];
  bool is_found = false;
  while (lines && !is_found && fgets(line, sizeof line, lines)) {
    line[strcspn(line, "\n")] = 0;
    char *name = strchr(line, ':');
    char *path = name ? strchr(name + 1, ':') : NULL;
    if (!path) continue;
    *path = 0;
    if (strcmp(name + 1, controller) != 0) continue;
    const char *below = strcmp(path + 1, "/") == 0 ? "" : path + 1;
    int length = snprintf(folder, CONTROL_GROUP_PATH_SIZE, "%s%s", mount, below);
    is_found = length < CONTROL_GROUP_PATH_SIZE - 64 && access(folder, F_OK) == 0;
  }
  if (lines) fclose(lines);
  return is_found;
}

/// Removes the groups in a folder whose launchers have ended.
static void sweep(const char *folder) {
  DIR *groups = opendir(folder);
  struct dirent *group;
  while (groups && (group = readdir(groups))) {
    if (strncmp(group->d_name, PREFIX, sizeof PREFIX - 1) != 0) continue;
    int launcher = atoi(group->d_name + sizeof PREFIX - 1);
    if (launcher > 0 && kill(launcher, 0) != 0 && errno == ESRCH) {
      unlinkat(dirfd(groups), group->d_name, AT_REMOVEDIR);
    }
  }
  if (groups) closedir(groups);
}

/// Makes a group in a folder and sets its limit.
static bool make_in(const char *folder, uint64_t memory, struct control_group *group) {
  sweep(folder);
  snprintf(group->path, sizeof group->path, "%s/%s%d", folder, PREFIX, (int)getpid());
  bool is_limited = false;
  if (mkdir(group->path, 0700) == 0) {
    if (group->is_unified) {
      // All of its processes end together.
      is_limited = write_number(group->path, "memory.max", memory) &&
                   write_text(group->path, "memory.oom.group", "1");
      write_text(group->path, "memory.swap.max", "0");
    } else {
      // One of its processes ends, and the launcher ends the others.
      is_limited = write_number(group->path, "memory.limit_in_bytes", memory);
      write_number(group->path, "memory.memsw.limit_in_bytes", memory);
    }
    if (!is_limited) rmdir(group->path);
  }
  if (!is_limited) group->path[0] = 0;
  return is_limited;
}

static bool hands_on_memory(const char *folder) {
  char controllers[TEXT_SIZE];
  return read_text(folder, "cgroup.subtree_control", controllers) &&
         strstr(controllers, "memory") != NULL;
}

struct control_group make_control_group(uint64_t memory, bool allows_version_1) {
  struct control_group group = {.is_unified = true};
  char folder[CONTROL_GROUP_PATH_SIZE];
  if (find_own("", "/sys/fs/cgroup", folder)) {
    // A group with processes can have no groups of its own, unless it is the topmost one: then there may
    // be room beside it.
    bool has_room = hands_on_memory(folder) ||
                    write_text(folder, "cgroup.subtree_control", "+memory");
    if (has_room && make_in(folder, memory, &group)) return group;
    char *end = strrchr(folder, '/');
    if (end && strlen(folder) > sizeof "/sys/fs/cgroup") {
      *end = 0;
      if (hands_on_memory(folder) && make_in(folder, memory, &group)) return group;
    }
  }
  group.is_unified = false;
  if (allows_version_1 && find_own("memory", "/sys/fs/cgroup/memory", folder)) {
    make_in(folder, memory, &group);
  }
  return group;
}

bool enter_control_group(struct control_group *group, pid_t process) {
  if (!group->path[0]) return false;
  if (write_number(group->path, "cgroup.procs", (uint64_t)process)) return true;
  remove_control_group(group);
  return false;
}

bool is_exceeded(const struct control_group *group) {
  char text[TEXT_SIZE];
  if (!group->path[0]) return false;
  if (!read_text(group->path, group->is_unified ? "memory.events" : "memory.oom_control", text)) {
    return false;
  }
  return value_of(text, "oom_kill") > 0;
}

void remove_control_group(struct control_group *group) {
  if (!group->path[0]) return;
  for (int i = 0; i < MOST_TRIES && rmdir(group->path) != 0 && errno == EBUSY; i++) {
    nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
  }
  group->path[0] = 0;
}
#endif
