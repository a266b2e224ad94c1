#ifdef __linux__
#define _GNU_SOURCE
#include "namespaces.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pid_t fork_with(int flags) {
  return (pid_t)syscall(SYS_clone, flags | SIGCHLD, NULL, NULL, NULL, NULL);
}

pid_t fork_into_namespaces(
    const struct options *options, struct course *course, struct namespaces *made) {
  int wanted = CLONE_NEWIPC | CLONE_NEWUTS;
  if (!options->without[LAYER_PROCESSES]) wanted |= CLONE_NEWPID;
  if (!options->without[LAYER_NETWORK]) wanted |= CLONE_NEWNET;
  if (!options->without[LAYER_MOUNTS]) wanted |= CLONE_NEWNS;
  int flags = wanted | CLONE_NEWUSER;
  pid_t child = fork_with(flags);
  if (child < 0 && geteuid() == 0) child = fork_with(flags = wanted);
  if (child < 0) child = fork_with(flags = 0);
  *made = (struct namespaces){
      .any = flags != 0,
      .user = flags & CLONE_NEWUSER,
      .processes = flags & CLONE_NEWPID,
      .network = flags & CLONE_NEWNET,
      .mounts = flags & CLONE_NEWNS,
  };
  // The child has its own copy of `made`, and the course is shared.
  course->missing[LAYER_PROCESSES] = !made->processes;
  course->missing[LAYER_NETWORK] = !made->network;
  if (!made->mounts) course->missing[LAYER_MOUNTS] = true;
  return child;
}

static bool write_file_of(pid_t process, const char *name, const char *text) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", (int)process, name);
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t size = (ssize_t)strlen(text);
  bool done = write(file, text, (size_t)size) == size;
  close(file);
  return done;
}

/// Writes the first of the maps that the system accepts.
static bool map_ids(pid_t child, const char *name, unsigned id, bool is_root) {
  char own[32];
  snprintf(own, sizeof own, "%u %u 1\n", id, id);
  // Root's own namespace knows all users, so that files belong to whom they belong outside.
  return (is_root && write_file_of(child, name, "0 0 4294967295\n")) ||
         (is_root && write_file_of(child, name, "0 0 65536\n")) || write_file_of(child, name, own);
}

bool map_users(pid_t child) {
  bool is_root = geteuid() == 0;
  if (!is_root) write_file_of(child, "setgroups", "deny");
  if (!map_ids(child, "gid_map", getegid(), is_root)) {
    write_file_of(child, "setgroups", "deny");
    if (!map_ids(child, "gid_map", getegid(), false)) return false;
  }
  return map_ids(child, "uid_map", geteuid(), is_root);
}
#endif
