#ifndef GRADBOOK_SANDBOX_MOUNTS_H
#define GRADBOOK_SANDBOX_MOUNTS_H

#include <stdbool.h>

#include "options.h"

/// The state of the mounts in this process's own namespace.
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

/// Returns true when a scratch folder is full.
bool is_full(int scratch);

#endif
