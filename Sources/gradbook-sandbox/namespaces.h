#ifndef GRADBOOK_SANDBOX_NAMESPACES_H
#define GRADBOOK_SANDBOX_NAMESPACES_H

#include <stdbool.h>
#include <sys/types.h>

#include "course.h"
#include "options.h"

/// The namespaces that the sandbox's first process has of its own.
struct namespaces {
  bool any;
  bool user;
  bool processes;
  bool network;
  bool mounts;
};

/// Forks into as many new namespaces as the options ask for and the system allows; notes the others
/// as missing.
/// - Returns: as `fork`
pid_t fork_into_namespaces(
    const struct options *options, struct course *course, struct namespaces *made);

/// Tells a new user namespace who its users are: those of outside, as far as this process may say
/// so. To be called from outside.
bool map_users(pid_t child);

#endif
