#ifndef GRADBOOK_SANDBOX_COURSE_H
#define GRADBOOK_SANDBOX_COURSE_H

#include <stdbool.h>

#include "options.h"

/// The reason why a program was ended from outside.
enum verdict { VERDICT_NONE, VERDICT_TIME, VERDICT_SCRATCH, VERDICT_MEMORY, VERDICT_STOPPED };

/// The state of one run, in memory that all processes of the launcher share and the program itself
/// does not see.
struct course {
  bool missing[LAYER_COUNT];
  bool has_ended;            // whether the program ended by itself
  int status;                // then its wait status
  long peak_kilobytes;       // the most memory that it used
  enum verdict verdict;
  int failure;               // the error number of what kept it from starting, or 0
  char failed_step[256];
};

/// Memory for a course that child processes share; NULL when there is none.
struct course *make_shared_course(void);

/// Notes that a program cannot be started; the reason is the last error.
void note_failure(struct course *course, const char *step, const char *subject);

/// Writes all that is known, one `word value` a line.
void write_course(const struct course *course, int file);

#endif
