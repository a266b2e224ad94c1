#ifndef GRADBOOK_SANDBOX_SYSTEM_CALLS_H
#define GRADBOOK_SANDBOX_SYSTEM_CALLS_H

#include <stdbool.h>

/// From now on refuses this process, and all that it starts, the system calls that neither a block
/// nor a compiler has a use for: sockets, namespaces, mounts, other processes' memory, the kernel's
/// own affairs.
/// - Returns: whether it worked
bool restrict_system_calls(void);

#endif
