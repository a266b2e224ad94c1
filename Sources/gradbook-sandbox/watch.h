#ifndef GRADBOOK_SANDBOX_WATCH_H
#define GRADBOOK_SANDBOX_WATCH_H

#include "control_group.h"
#include "course.h"
#include "options.h"

/// Blocks the signals that `watch` waits for.
void block_watched_signals(void);

/// Waits until the inside has ended: by itself, at the deadline, with the parent or by a signal. No
/// process of the inside is left after. Its memory is bounded by the group, or where there is none by
/// looking at it again and again.
void watch(
    pid_t inside, const struct options *options, const struct control_group *group,
    struct course *course);

#endif
