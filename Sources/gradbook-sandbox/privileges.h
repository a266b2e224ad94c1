#ifndef GRADBOOK_SANDBOX_PRIVILEGES_H
#define GRADBOOK_SANDBOX_PRIVILEGES_H

#include <stdbool.h>

/// Gives up all that root may do but one thing: opening files whoever they belong to. An ordinary
/// user has nothing to give up.
/// - Parameter countable: whether root becomes a user of no rights besides; the kernel does not
///   limit the number of root's own processes
/// - Returns: whether the number of processes can be limited now
bool give_up_privileges(bool countable);

#endif
