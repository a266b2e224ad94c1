// Runs one program where it can do no harm: with no file but those that are named, no network, no
// other process, and no more time, memory and disk than it is given. It ends as the program ends,
// and nothing that the program started outlives it.

#define _GNU_SOURCE
#include <stdio.h>

#include "options.h"

#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "control_group.h"
#include "inside.h"
#include "watch.h"

static _Noreturn void fail(const char *step) {
  fprintf(stderr, "gradbook-sandbox: ");
  perror(step);
  exit(125);
}

/// The first line of every report, by which one that was left is told from other files.
static const char REPORT_MARK[] = "gradbook-sandbox report\n";

static int open_report(const char *path) {
  if (!path) return -1;
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 || write(file, REPORT_MARK, sizeof REPORT_MARK - 1) < 0) fail(path);
  return file;
}

/// Forks the inside and lets it go when its users are known.
static pid_t start_inside(
    const struct options *options, struct control_group *group, struct course *course) {
  int gate[2];
  if (pipe2(gate, O_CLOEXEC) != 0) fail("pipe");
  struct inside inside = {.options = options, .course = course, .gate = gate[0]};
  pid_t first = fork_into_namespaces(options, course, &inside.namespaces);
  if (first < 0) fail("fork");
  if (first == 0) {
    close(gate[1]);
    run_inside(&inside);
  }
  if (inside.namespaces.user) map_users(first);
  enter_control_group(group, first);
  close(gate[0]);
  // The other end stays open as long as this process lives.
  if (write(gate[1], "", 1) != 1) course->verdict = VERDICT_STOPPED;
  return first;
}

/// Ends as the program has ended, so that the parent sees no difference.
static _Noreturn void end_as(const struct course *course) {
  if (course->failure) {
    errno = course->failure;
    fail(course->failed_step);
  }
  int number = SIGKILL;
  if (course->verdict == VERDICT_NONE && course->has_ended) {
    if (WIFEXITED(course->status)) exit(WEXITSTATUS(course->status));
    number = WTERMSIG(course->status);
  }
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, number);
  signal(number, SIG_DFL);
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
  raise(number);
  _exit(128 + number);
}

int main(int count, char **arguments) {
  struct options options = read_options(count, arguments);
  int report = open_report(options.report);
  struct course *course = make_shared_course();
  if (!course) fail("memory");
  block_watched_signals();
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setrlimit(RLIMIT_CORE, &(struct rlimit){0});
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  struct control_group group = {.path = ""};
  // What lies in the scratch folder lies in memory.
  if (options.scratch && !options.probe && !options.without_control_group) {
    group = make_control_group(
        options.memory_together + options.scratch_size, options.with_old_control_group);
  }
  watch(start_inside(&options, &group, course), &options, &group, course);
  remove_control_group(&group);
  if (report >= 0) write_course(course, report);
  // Nobody is left to read it.
  if (report >= 0 && options.parent && getppid() != options.parent) unlink(options.report);
  if (options.probe) {
    write_course(course, STDOUT_FILENO);
    return 0;
  }
  end_as(course);
}

#else

int main(int count, char **arguments) {
  (void)read_options(count, arguments);
  fprintf(stderr, "gradbook-sandbox: there is no sandbox on this system\n");
  return 125;
}

#endif
