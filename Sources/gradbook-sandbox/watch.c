#ifdef __linux__
#define _GNU_SOURCE
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "memory.h"

enum { PIDFD_OPEN = 434, LOOK_FOR_PARENT_MILLISECONDS = 100, LOOK_AT_MEMORY_MILLISECONDS = 20 };

static sigset_t watched(void) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  return signals;
}

void block_watched_signals(void) {
  sigset_t signals = watched();
  sigprocmask(SIG_BLOCK, &signals, NULL);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/// Ends the children that are left to this process, until there are none. Their own children then
/// become this process's.
static void end_children(void) {
  char path[64];
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  const double deadline = now() + 5;
  while (now() < deadline) {
    FILE *list = fopen(path, "re");
    int child;
    while (list && fscanf(list, "%d", &child) == 1) kill(child, SIGKILL);
    if (list) fclose(list);
    pid_t ended;
    while ((ended = waitpid(-1, NULL, WNOHANG)) > 0) continue;
    if (ended < 0 && errno == ECHILD) return;
    nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
  }
}

/// Returns the reason to end the sandboxed processes; VERDICT_NONE to go on waiting.
static enum verdict look(const struct options *options, struct pollfd *events, double deadline) {
  double left = deadline - now();
  if (left <= 0) return VERDICT_TIME;
  bool asks = options->parent && events[1].fd < 0;
  double most = asks ? LOOK_FOR_PARENT_MILLISECONDS : 60 * 1000;
  if (options->scratch) most = LOOK_AT_MEMORY_MILLISECONDS;
  poll(events, 2, left * 1000 < most ? (int)(left * 1000) + 1 : (int)most);
  if (events[1].revents || (asks && getppid() != options->parent)) return VERDICT_STOPPED;
  struct signalfd_siginfo signal;
  while (read(events[0].fd, &signal, sizeof signal) == sizeof signal) {
    if (signal.ssi_signo != SIGCHLD) return VERDICT_STOPPED;
  }
  return VERDICT_NONE;
}

/// Returns true when the processes inside together have used more memory than they may.
static bool is_over_memory(
    pid_t inside, const struct options *options, const struct control_group *group) {
  if (!options->scratch) return false;
  return group->path[0] ? is_exceeded(group)
                        : have_children_more_than(inside, options->memory_together);
}

void watch(
    pid_t inside, const struct options *options, const struct control_group *group,
    struct course *course) {
  const double deadline = now() + options->wall;
  sigset_t signals = watched();
  struct pollfd events[2] = {
      {.fd = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC), .events = POLLIN},
      {.fd = options->parent ? (int)syscall(PIDFD_OPEN, options->parent, 0u) : -1,
       .events = POLLIN},
  };
  // The parent's death signal would come with the end of the parent's thread already.
  enum verdict verdict = VERDICT_NONE;
  if (options->parent && getppid() != options->parent) verdict = VERDICT_STOPPED;
  while (verdict == VERDICT_NONE) {
    if (waitpid(inside, NULL, WNOHANG) == inside) break;
    verdict = look(options, events, deadline);
    if (verdict == VERDICT_NONE && is_over_memory(inside, options, group)) {
      verdict = VERDICT_MEMORY;
    }
  }
  // The kernel may have ended them before anybody looked.
  if (verdict == VERDICT_NONE && is_exceeded(group)) course->verdict = VERDICT_MEMORY;
  if (verdict != VERDICT_NONE) {
    kill(inside, SIGKILL);
    waitpid(inside, NULL, 0);
    if (!course->has_ended) course->verdict = verdict;
  }
  if (course->missing[LAYER_PROCESSES]) end_children();
}
#endif
