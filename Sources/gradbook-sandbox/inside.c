#ifdef __linux__
#define _GNU_SOURCE
#include "inside.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "landlock.h"
#include "mounts.h"
#include "privileges.h"
#include "root.h"
#include "system_calls.h"

enum {
  OPEN_FILES = 256,
  OPEN_FILES_OF_COMPILERS = 4096,
  CLOSE_RANGE = 436,
  CLOSE_ON_EXEC = 4,
};

static const double LOOK_AT_SCRATCH_SECONDS = 0.02;
static const double HANDLER_BEGINS_SECONDS = 1.5;
static const double FOREVER_SECONDS = 1e9;

/// The launcher may already be gone when this process asks to be told.
static void follow_launcher(int gate) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  struct pollfd launcher = {.fd = gate, .events = 0};
  if (poll(&launcher, 1, 0) > 0) _exit(125);
}

static void wait_at(int gate) {
  char byte;
  ssize_t count;
  while ((count = read(gate, &byte, 1)) < 0 && errno == EINTR) continue;
  if (count != 1) _exit(125);
}

static void limit(int resource, uint64_t most) {
  struct rlimit now;
  struct rlimit value = {.rlim_cur = most, .rlim_max = most};
  if (getrlimit(resource, &now) == 0 && now.rlim_max < most) {
    value = (struct rlimit){now.rlim_max, now.rlim_max};
  }
  setrlimit(resource, &value);
}

/// A block has a scratch folder; a compiler has none, and is trusted a little more.
static bool is_block(const struct options *options) { return options->scratch != NULL; }

static void set_limits(const struct options *options) {
  limit(RLIMIT_AS, options->memory);
  limit(RLIMIT_FSIZE, options->file_size);
  limit(RLIMIT_NOFILE, is_block(options) ? OPEN_FILES : OPEN_FILES_OF_COMPILERS);
  // A last resort, should the clock outside fail: one that never stops it too early.
  limit(RLIMIT_CPU, (uint64_t)options->wall * 16 + 60);
}

/// Starts the program; never returns.
static _Noreturn void become_program(const struct inside *inside, bool has_own_proc) {
  const struct options *options = inside->options;
  struct course *course = inside->course;
  char **command = options->command;
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  // A compiler's files belong to the user, and it starts no more processes than it needs.
  bool is_limitable = is_block(options) || geteuid() != 0;
  bool wants_limit = !options->without[LAYER_PROCESS_LIMIT] && is_limitable;
  bool has_limit = give_up_privileges(wants_limit);
  if (has_limit) limit(RLIMIT_NPROC, options->processes);
  course->missing[LAYER_PROCESS_LIMIT] = is_block(options) && !has_limit;
  set_limits(options);
  bool seals = !options->without[LAYER_LANDLOCK];
  course->missing[LAYER_LANDLOCK] = !seals || !restrict_paths(options, has_own_proc);
  if (options->scratch && chdir(options->scratch) != 0) {
    note_failure(course, "cannot work in", options->scratch);
    _exit(125);
  }
  syscall(CLOSE_RANGE, 3u, ~0u, (unsigned)CLOSE_ON_EXEC);
  bool filters = !options->without[LAYER_SECCOMP];
  course->missing[LAYER_SECCOMP] = !filters || !restrict_system_calls();
  if (options->probe) _exit(0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execv(command[0], command);
  note_failure(course, "cannot execute", command[0]);
  _exit(125);
}

/// The machine is called the same everywhere.
static void hide_names(void) {
  if (sethostname("gradbook", 8) != 0 || setdomainname("", 0) != 0) return;
}

/// Takes in all processes that have ended.
/// - Returns: whether the program is among them
static bool collect(pid_t program, struct course *course) {
  for (;;) {
    int status;
    struct rusage usage;
    pid_t ended = wait4(-1, &status, WNOHANG, &usage);
    if (ended <= 0) return ended < 0 && errno == ECHILD;
    if (ended != program) continue;
    course->status = status;
    course->peak_kilobytes = usage.ru_maxrss;
    course->has_ended = true;
    return true;
  }
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static struct timespec span(double seconds) {
  time_t whole = (time_t)seconds;
  return (struct timespec){.tv_sec = whole, .tv_nsec = (long)(1e9 * (seconds - (double)whole))};
}

/// Waits for the program's end. When its time is up it is asked to end: a program that can say where
/// it is then does so. Swift's handler of SIGABRT holds SIGTERM back while it says so, and then lets
/// the program go on as if nothing had been, were it not for the SIGTERM. Sent before the handler has
/// begun, that would end the program without a word.
static void wait_for(pid_t program, int scratch, double interrupt, struct course *course) {
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  double deadline = now() + (interrupt > 0 ? interrupt : FOREVER_SECONDS);
  while (!collect(program, course)) {
    double left = deadline - now();
    if (left <= 0) {
      kill(program, course->verdict == VERDICT_TIME ? SIGTERM : SIGABRT);
      course->verdict = VERDICT_TIME;
      deadline = now() + HANDLER_BEGINS_SECONDS;
      continue;
    }
    if (scratch >= 0 && is_full(scratch)) break;
    if (scratch >= 0 && left > LOOK_AT_SCRATCH_SECONDS) left = LOOK_AT_SCRATCH_SECONDS;
    const struct timespec pause = span(left);
    sigtimedwait(&children, NULL, &pause);
  }
  if (scratch >= 0 && is_full(scratch)) course->verdict = VERDICT_SCRATCH;
}

/// In a root of its own a block finds everything at places that are the same on every machine.
static void move_into_root(struct options *options) {
  options->scratch = root_scratch;
  if (options->library) options->library = root_libraries;
  for (int i = 0; i < options->data_count; i++) {
    char name[32], path[64];
    snprintf(name, sizeof name, "GRADBOOK_DATA_%d", i);
    snprintf(path, sizeof path, "%s/%d", root_data, i);
    options->data[i] = strdup(path);
    setenv(name, path, 1);
  }
  if (!options->probe) options->command[0] = (char *)root_program;
  setenv("HOME", root_scratch, 1);
  setenv("TMPDIR", root_scratch, 1);
  setenv("LD_LIBRARY_PATH", root_libraries, 1);
}

_Noreturn void run_inside(const struct inside *outer) {
  struct inside inside = *outer;
  struct options options = *inside.options;
  struct course *course = inside.course;
  inside.options = &options;
  hide_arguments(&options);
  wait_at(inside.gate);
  bool own_proc = false;
  int scratch = -1;
  if (inside.namespaces.any) hide_names();
  if (inside.namespaces.mounts && is_block(&options)) {
    struct root root = enter_root(&options, inside.namespaces.processes);
    course->missing[LAYER_MOUNTS] = !root.is_closed;
    own_proc = root.has_proc;
    scratch = root.scratch;
    if (root.is_made) move_into_root(&options);
  } else if (inside.namespaces.mounts) {
    struct mounts mounts = make_mounts(&options, inside.namespaces.processes);
    bool complete = mounts.read_only && (mounts.own_proc || !inside.namespaces.processes);
    course->missing[LAYER_MOUNTS] = !complete;
    own_proc = mounts.own_proc;
  }
  if (!inside.namespaces.processes) prctl(PR_SET_CHILD_SUBREAPER, 1);
  pid_t program = fork();
  if (program == 0) become_program(&inside, own_proc);
  // No look into this process, and no life without the one outside.
  prctl(PR_SET_DUMPABLE, 0);
  follow_launcher(inside.gate);
  if (program < 0) {
    note_failure(course, "cannot start", options.probe ? "a process" : options.command[0]);
    _exit(125);
  }
  wait_for(program, scratch, options.interrupt, course);
  _exit(0);
}
#endif
