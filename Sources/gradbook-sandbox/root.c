#ifdef __linux__
#define _GNU_SOURCE
#include "root.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "mounts.h"

const char *const root_scratch = "/scratch";
const char *const root_program = "/experiment/program";
const char *const root_libraries = "/experiment";
const char *const root_data = "/experiment/data";

enum { ROOT_MEGABYTES = 256 };

/// Makes the folders that lead to a path.
static bool make_parents(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    bool made = mkdir(path, 0755) == 0 || errno == EEXIST;
    *slash = '/';
    if (!made) return false;
  }
  return true;
}

/// The place of a path below a new root, with the folders that lead to it.
static bool make_place(const char *root, const char *path, char place[PATH_MAX]) {
  return snprintf(place, PATH_MAX, "%s%s", root, path) < PATH_MAX && make_parents(place);
}

/// Shows a file or a folder at its own path below a new root; nothing where there is none.
static bool show(const char *root, const char *path) {
  char real[PATH_MAX], place[PATH_MAX];
  struct stat status;
  if (!realpath(path, real) || stat(real, &status) != 0) return true;
  if (!make_place(root, real, place)) return false;
  if (S_ISDIR(status.st_mode)) {
    if (mkdir(place, 0755) != 0 && errno != EEXIST) return false;
  } else {
    int file = open(place, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    if (file >= 0) close(file);
  }
  return mount(real, place, NULL, MS_BIND | MS_REC, NULL) == 0;
}

/// A copy, because a mount would tell where the file comes from.
static bool copy(const char *root, const char *from, const char *to, mode_t mode) {
  char place[PATH_MAX];
  int source = open(from, O_RDONLY | O_CLOEXEC);
  struct stat status;
  bool done = false;
  if (source >= 0 && fstat(source, &status) == 0 && make_place(root, to, place)) {
    int target = open(place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    off_t left = status.st_size;
    ssize_t count = 1;
    while (target >= 0 && left > 0 && count > 0) {
      count = sendfile(target, source, NULL, (size_t)left);
      left -= count;
    }
    done = target >= 0 && left == 0 && fchmod(target, mode) == 0;
    if (target >= 0) close(target);
  }
  if (source >= 0) close(source);
  return done;
}

static bool copy_program(const char *root, const struct options *options) {
  if (options->probe) return true;
  if (!copy(root, options->command[0], root_program, 0755)) return false;
  if (!options->library) return true;
  const char *slash = strrchr(options->library, '/');
  char to[PATH_MAX];
  snprintf(to, sizeof to, "%s/%s", root_libraries, slash ? slash + 1 : options->library);
  return copy(root, options->library, to, 0755);
}

static bool copy_data(const char *root, const struct options *options) {
  for (int i = 0; i < options->data_count; i++) {
    char to[PATH_MAX];
    snprintf(to, sizeof to, "%s/%d", root_data, i);
    if (!copy(root, options->data[i], to, 0444)) return false;
  }
  return true;
}

/// Mounts an empty root in memory, with room for the data.
static bool mount_root(const char *root, const struct options *options) {
  unsigned long long size = (unsigned long long)ROOT_MEGABYTES << 20;
  for (int i = 0; i < options->data_count; i++) {
    struct stat status;
    if (stat(options->data[i], &status) == 0) size += (unsigned long long)status.st_size;
  }
  char settings[96];
  snprintf(settings, sizeof settings, "size=%llu,nr_inodes=1024,mode=0755", size);
  return mount("root", root, "tmpfs", MS_NOSUID | MS_NODEV, settings) == 0;
}

/// Returns true when an earlier readable path resolves to the same place.
static bool is_repeated(char *const real[], int index) {
  for (int i = 0; i < index; i++) {
    if (real[i] && real[index] && strcmp(real[i], real[index]) == 0) return true;
  }
  return false;
}

static bool fill(const char *root, const struct options *options, char *const real[]) {
  bool done = copy_program(root, options) && copy_data(root, options);
  done = done && show(root, "/dev/null") && show(root, "/dev/urandom");
  for (int i = 0; i < options->readable_count; i++) {
    if (!is_repeated(real, i)) done = done && show(root, options->readable[i]);
  }
  char place[PATH_MAX];
  return done && make_place(root, root_scratch, place) && mkdir(place, 0777) == 0;
}

/// A process may mount a new `/proc` only as long as it sees the old one.
static bool show_processes(const char *root) {
  char place[PATH_MAX];
  return make_place(root, "/proc/", place) && mount_proc(place);
}

/// Makes a path whose name leads elsewhere lead there again: `/lib` to `/usr/lib`.
static void link_again(const char *path, const char *real) {
  char place[PATH_MAX];
  if (strcmp(path, real) == 0 || !make_place("", path, place)) return;
  if (symlink(real, place) != 0) return;
}

static bool move_into(const char *root) {
  if (chdir(root) != 0 || syscall(SYS_pivot_root, ".", ".") != 0) return false;
  return umount2(".", MNT_DETACH) == 0 && chdir("/") == 0;
}

struct root enter_root(const struct options *options, bool own_processes) {
  struct root made = {.scratch = -1};
  char *real[MAX_PATHS];
  const char *root = options->scratch;
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) return made;
  for (int i = 0; i < options->readable_count; i++) real[i] = realpath(options->readable[i], NULL);
  if (!mount_root(root, options)) return made;
  if (!fill(root, options, real)) return made;
  made.has_proc = own_processes && show_processes(root);
  if (!move_into(root)) return made;
  for (int i = 0; i < options->readable_count; i++) {
    if (real[i]) link_again(options->readable[i], real[i]);
    free(real[i]);
  }
  made.is_made = true;
  made.is_closed = make_all_read_only();
  made.scratch = mount_scratch(root_scratch, options->scratch_size);
  made.is_closed = made.is_closed && made.scratch >= 0;
  return made;
}
#endif
