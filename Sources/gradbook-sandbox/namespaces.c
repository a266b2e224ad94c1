#ifdef __linux__
#define _GNU_SOURCE
#include "namespaces.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/securebits.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// The user "nobody" of all Linux systems.
enum { COUNTED_USER = 65534 };

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

static bool map_one(pid_t child, const char *name, unsigned id, bool with_counted_user) {
  char lines[64];
  if (with_counted_user) {
    snprintf(lines, sizeof lines, "%u %u 1\n%d %d 1\n", id, id, COUNTED_USER, COUNTED_USER);
    if (write_file_of(child, name, lines)) return true;
  }
  snprintf(lines, sizeof lines, "%u %u 1\n", id, id);
  return write_file_of(child, name, lines);
}

bool map_users(pid_t child) {
  bool is_root = geteuid() == 0;
  if (!is_root) write_file_of(child, "setgroups", "deny");
  if (map_one(child, "gid_map", getegid(), false)) return map_one(child, "uid_map", geteuid(), is_root);
  write_file_of(child, "setgroups", "deny");
  return map_one(child, "gid_map", getegid(), false) && map_one(child, "uid_map", geteuid(), is_root);
}

bool become_countable(void) {
  if (geteuid() != 0) return true;
  setgroups(0, NULL);
  // Files are opened as the effective user, processes counted by the real one.
  return syscall(SYS_setresuid, COUNTED_USER, 0, 0) == 0;
}

void drop_capabilities(void) {
  const unsigned long bits = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                             SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
                             SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
  prctl(PR_SET_SECUREBITS, bits);
  for (unsigned long capability = 0; capability < 64; capability++) {
    if (prctl(PR_CAPBSET_DROP, capability) != 0 && errno == EINVAL) break;
  }
}
#endif
