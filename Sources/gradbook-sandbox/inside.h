#ifndef GRADBOOK_SANDBOX_INSIDE_H
#define GRADBOOK_SANDBOX_INSIDE_H

#include "course.h"
#include "namespaces.h"
#include "options.h"

/// The input of the sandbox's first process.
struct inside {
  const struct options *options;
  struct course *course;
  struct namespaces namespaces;
  int gate;              // the end of a pipe: a byte lets it go on, its close ends it
};

/// The first process of the inside: finishes the walls, starts the program, waits for it. When this
/// process ends, so does everything inside.
_Noreturn void run_inside(const struct inside *inside);

#endif
