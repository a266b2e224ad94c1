#ifndef GRADBOOK_SANDBOX_CONTROL_GROUP_H
#define GRADBOOK_SANDBOX_CONTROL_GROUP_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { CONTROL_GROUP_PATH_SIZE = 512 };

/// A control group of the kernel that bounds the memory of all processes in it together. Systems have
/// them in version 2, in version 1 or not at all, and often only root may make one.
///
/// Moving a process into a group of version 1 waits for all processors, 8 ms, and holds up every fork
/// meanwhile: such groups are made only where they are asked for.
struct control_group {
  bool is_unified;                     // whether it is of version 2
  char path[CONTROL_GROUP_PATH_SIZE];  // its folder; empty when there is none
};

/// Makes a group below or beside this process's own; none when the system does not allow it. Groups that
/// killed launchers left are removed.
struct control_group make_control_group(uint64_t memory, bool allows_version_1);

/// Puts a process, and with it all that it starts, into a group.
/// - Returns: false when that is refused; the group is then gone
bool enter_control_group(struct control_group *group, pid_t process);

/// Returns true when the processes of a group wanted more memory than it has.
bool is_exceeded(const struct control_group *group);

/// Removes a group whose processes have ended.
void remove_control_group(struct control_group *group);

#endif
