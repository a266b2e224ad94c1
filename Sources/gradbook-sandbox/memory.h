#ifndef GRADBOOK_SANDBOX_MEMORY_H
#define GRADBOOK_SANDBOX_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

/// Whether all descendants of a process have more bytes of memory together. What they share counts
/// once, as far as the system tells it apart. To be called from outside of their namespaces, where
/// every process has a number.
bool have_children_more_than(int process, uint64_t most);

#endif
