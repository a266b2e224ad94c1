#ifndef GRADBOOK_SANDBOX_ROOT_H
#define GRADBOOK_SANDBOX_ROOT_H

#include <stdbool.h>

#include "options.h"

/// The paths of a block's files below its own root, the same on every machine.
extern const char *const root_scratch;
extern const char *const root_program;
extern const char *const root_libraries;
extern const char *const root_data;

/// A root that holds nothing but what a block needs.
struct root {
  bool is_made;    // whether this process now lives in it
  bool is_closed;  // whether nothing in it can be changed but the scratch folder, which has a bound
  bool has_proc;   // whether it has a /proc, in which only the block's own processes are
  int scratch;     // the open scratch folder, or -1
};

/// Enters a root of its own: the readable paths, copies of the program, of its library and of its data, a scratch
/// folder in memory, `/dev/null`, `/dev/urandom` and, in a process namespace, `/proc`. No other name of
/// the system is there any more, and none of these tells where the cache is.
struct root enter_root(const struct options *options, bool own_processes);

#endif
