#ifdef __linux__
#define _GNU_SOURCE
#include "mounts.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
  MOUNT_SETATTR = 442,
  RECURSIVELY = 0x8000,
  READ_ONLY = 1,
  SCRATCH_FILES = 4096,
};

struct mount_attributes {
  uint64_t set, clear, propagation, user_namespace;
};

static bool change(const char *path, unsigned flags, uint64_t set, uint64_t clear) {
  struct mount_attributes change = {.set = set, .clear = clear};
  return syscall(MOUNT_SETATTR, AT_FDCWD, path, flags, &change, sizeof change) == 0;
}

bool make_all_read_only(void) { return change("/", RECURSIVELY, READ_ONLY, 0); }

static bool make_read_only(const struct options *options) {
  for (int i = 0; i < options->writable_count; i++) {
    const char *path = options->writable[i];
    if (access(path, F_OK) == 0 && mount(path, path, NULL, MS_BIND | MS_REC, NULL) != 0) {
      return false;
    }
  }
  bool done = make_all_read_only();
  for (int i = 0; i < options->writable_count; i++) {
    if (access(options->writable[i], F_OK) == 0) {
      done = change(options->writable[i], 0, 0, READ_ONLY) && done;
    }
  }
  return done;
}

bool mount_proc(const char *path) {
  const unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY;
  return mount("proc", path, "proc", flags, "subset=pid,hidepid=invisible") == 0 ||
         mount("proc", path, "proc", flags, NULL) == 0;
}

int mount_scratch(const char *path, uint64_t size) {
  char settings[96];
  snprintf(settings, sizeof settings, "size=%llu,nr_inodes=%d,mode=0777",
           (unsigned long long)size, SCRATCH_FILES);
  if (mount("scratch", path, "tmpfs", MS_NOSUID | MS_NODEV, settings) != 0) return -1;
  return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/// The current folder is still the one below the new mounts.
static bool enter_again(const char *folder) { return folder && chdir(folder) == 0; }

struct mounts make_mounts(const struct options *options, bool own_processes) {
  struct mounts made = {.read_only = false};
  char *folder = getcwd(NULL, 0);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return made;
  made.read_only = make_read_only(options);
  made.own_proc = own_processes && mount_proc("/proc");
  made.read_only = enter_again(folder) && made.read_only;
  free(folder);
  return made;
}

bool is_full(int scratch) {
  struct statvfs space;
  return fstatvfs(scratch, &space) == 0 && (space.f_bfree == 0 || space.f_ffree == 0);
}
#endif
