#ifndef GRADBOOK_SANDBOX_LANDLOCK_H
#define GRADBOOK_SANDBOX_LANDLOCK_H

#include <stdbool.h>

#include "options.h"

/// Returns true when the kernel has Landlock.
bool has_landlock(void);

/// Restricts this process to the paths of the options, and to what already is open.
/// - Returns: whether it worked
bool restrict_paths(const struct options *options, bool has_own_proc);

#endif
