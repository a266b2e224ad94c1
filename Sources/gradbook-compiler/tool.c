#include "tool.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool writes_nothing(int output) {
  char byte;
  ssize_t count = read(output, &byte, 1);
  while (count < 0 && errno == EINTR) count = read(output, &byte, 1);
  return count == 0;
}

bool run_quietly(char *const command[]) {
  int output[2];
  if (pipe(output) != 0) return false;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // What this process reads and writes there is none of the tool's business.
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, output[0]);
  posix_spawn_file_actions_addclose(&actions, output[1]);
  pid_t child;
  bool has_started = posix_spawn(&child, command[0], &actions, NULL, command, environ) == 0;
  posix_spawn_file_actions_destroy(&actions);
  close(output[1]);
  bool is_quiet = has_started && writes_nothing(output[0]);
  // A tool that still writes ends then.
  close(output[0]);
  if (!has_started) return false;
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return is_quiet && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
