#ifndef GRADBOOK_SANDBOX_MEMORY_H
#define GRADBOOK_SANDBOX_MEMORY_H

#include <stdbool.h>
#include <stdint.h>

/// Keeps the /proc that is there now, to look for processes in it later, when it may be gone.
void look_for_processes_here(void);

/// Whether all descendants of this process have more bytes of memory together. What they share counts
/// once, as far as the system tells it apart.
bool have_children_more_than(uint64_t most);

#endif
