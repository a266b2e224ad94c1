#ifdef __linux__
#define _GNU_SOURCE
#include "landlock.h"

#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Written down here so that old headers do: the numbers are the same on all architectures.
enum {
  CREATE_RULESET = 444,
  ADD_RULE = 445,
  RESTRICT_SELF = 446,
  ASK_VERSION = 1,
  RULE_PATH_BENEATH = 1,
};

enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_FOLDER = 1 << 3,
  MAKE_DEVICES = 1 << 6 | 1 << 11,
  MAKE_SOCKET = 1 << 9,
  REFER = 1 << 13,
  TRUNCATE = 1 << 14,
  IOCTL = 1 << 15,
  FIRST_VERSION = (1 << 13) - 1,
  OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL,
};

struct ruleset {
  uint64_t files;
  uint64_t network;  // from version 4: binding and connecting of TCP
  uint64_t scopes;   // from version 6: abstract sockets and signals
};

struct path_rule {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed));

static int version(void) {
  return (int)syscall(CREATE_RULESET, NULL, (size_t)0, (unsigned)ASK_VERSION);
}

bool has_landlock(void) { return version() >= 1; }

static uint64_t file_rights(int version) {
  uint64_t rights = FIRST_VERSION;
  if (version >= 2) rights |= REFER;
  if (version >= 3) rights |= TRUNCATE;
  if (version >= 5) rights |= IOCTL;
  return rights;
}

// A path that is not there needs no rule: nothing can be opened there.
static bool allow(int ruleset, const char *path, uint64_t rights) {
  int file = open(path, O_PATH | O_CLOEXEC);
  if (file < 0) return true;
  struct stat status;
  if (fstat(file, &status) == 0 && !S_ISDIR(status.st_mode)) rights &= OF_FILES;
  struct path_rule rule = {.allowed = rights, .folder = file};
  long result = syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0u);
  close(file);
  return result == 0;
}

static bool allow_all(int ruleset, const struct options *options, uint64_t all, bool has_own_proc) {
  const uint64_t reading = EXECUTE | READ_FILE | READ_FOLDER;
  const uint64_t writing = all & ~(uint64_t)(MAKE_DEVICES | MAKE_SOCKET);
  bool done = true;
  for (int i = 0; i < options->readable_count; i++) {
    done = done && allow(ruleset, options->readable[i], reading);
  }
  for (int i = 0; i < options->writable_count; i++) {
    done = done && allow(ruleset, options->writable[i], writing);
  }
  if (options->scratch) done = done && allow(ruleset, options->scratch, writing);
  if (options->scratch && !options->probe) done = done && allow(ruleset, options->command[0], reading);
  for (int i = 0; i < options->data_count; i++) {
    done = done && allow(ruleset, options->data[i], READ_FILE);
  }
  if (options->library) done = done && allow(ruleset, options->library, reading);
  // A compiler finds itself by it, and is trusted a little more than a block.
  bool needs_proc = has_own_proc || !options->scratch;
  if (needs_proc) done = done && allow(ruleset, "/proc", READ_FILE | READ_FOLDER);
  done = done && allow(ruleset, "/dev/null", (READ_FILE | WRITE_FILE | TRUNCATE) & all);
  return done && allow(ruleset, "/dev/urandom", READ_FILE);
}

bool restrict_paths(const struct options *options, bool has_own_proc) {
  int known = version();
  if (known < 1) return false;
  struct ruleset rules = {.files = file_rights(known), .network = 3, .scopes = 3};
  size_t size = known >= 6   ? sizeof rules
                : known >= 4 ? offsetof(struct ruleset, scopes)
                             : offsetof(struct ruleset, network);
  int ruleset = (int)syscall(CREATE_RULESET, &rules, size, 0u);
  if (ruleset < 0) return false;
  bool done = allow_all(ruleset, options, rules.files, has_own_proc) &&
              syscall(RESTRICT_SELF, ruleset, 0u) == 0;
  close(ruleset);
  return done;
}
#endif
