#ifndef GRADBOOK_SANDBOX_MOUNTS_H
#define GRADBOOK_SANDBOX_MOUNTS_H

#include <stdbool.h>

#include "options.h"

/// What the mounts of this process's own namespace have been made into.
struct mounts {
  bool read_only;  // nothing can be changed but the writable folders
  bool own_proc;   // /proc shows the inside alone
  int scratch;     // an open file on the scratch folder in memory, or -1
};

/// Makes everything read-only but the writable folders, and mounts /proc and scratch anew.
struct mounts make_mounts(const struct options *options, bool own_processes);

/// Whether a scratch folder is as full as it can be.
bool is_full(int scratch);

#endif
