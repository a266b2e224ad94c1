#ifndef GRADBOOK_SANDBOX_MEMORY_H
#define GRADBOOK_SANDBOX_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

/// Returns true when all descendants of a process together use more bytes of memory. Shared memory
/// counts once, as far as the system reports it. Call it from outside of their namespaces, where every
/// process has a number.
bool have_children_more_than(int process, uint64_t most);

#endif
