#ifndef GRADBOOK_SANDBOX_MOUNTS_H
#define GRADBOOK_SANDBOX_MOUNTS_H

#include <stdbool.h>

#include "options.h"

/// What the mounts of this process's own namespace have been made into.
struct mounts {
  bool read_only;  // nothing can be changed but the writable folders
  bool own_proc;   // /proc shows the inside alone
};

/// Makes everything read-only but the writable folders, and mounts /proc anew.
struct mounts make_mounts(const struct options *options, bool own_processes);

/// Makes every mount read-only.
bool make_all_read_only(void);

/// Mounts a /proc of this process's own namespace.
bool mount_proc(const char *path);

/// Mounts an empty folder in memory that holds so many bytes, and opens it; -1 when that fails.
int mount_scratch(const char *path, uint64_t size);

/// Whether a scratch folder is as full as it can be.
bool is_full(int scratch);

#endif
