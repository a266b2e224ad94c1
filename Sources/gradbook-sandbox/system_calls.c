#ifdef __linux__
#define _GNU_SOURCE
#include "system_calls.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include "refused_calls.h"

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef OWN_ARCHITECTURE

enum { ALL_NAMESPACES = 0x7E020000, SOCKET_KIND = 0xF, FIRST_X32_CALL = 0x40000000 };

// Every step that may refuse is written as "unless …, skip the refusal": no jump is ever long.
#define LOAD(field) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, field))
// The low half of an argument: both architectures are little-endian.
#define LOAD_ARGUMENT(index) \
  BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)(offsetof(struct seccomp_data, args) + 8 * (index)))
#define JUMP(test, value, if_true, if_false) \
  BPF_JUMP(BPF_JMP | (test) | BPF_K, (unsigned)(value), if_true, if_false)
#define REFUSE(error) BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define END_PROCESS BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)

static const struct sock_filter opening[] = {
    // Calls of another architecture have other numbers.
    LOAD(arch), JUMP(BPF_JEQ, OWN_ARCHITECTURE, 1, 0), END_PROCESS,
    LOAD(nr), JUMP(BPF_JGE, FIRST_X32_CALL, 0, 1), REFUSE(ENOSYS),
    // Its flags are in memory, where a filter cannot look; the C library then takes clone.
    JUMP(BPF_JEQ, SYS_clone3, 0, 1), REFUSE(ENOSYS),
    JUMP(BPF_JEQ, SYS_clone, 0, 4),
    LOAD_ARGUMENT(0), JUMP(BPF_JSET, ALL_NAMESPACES, 0, 1), REFUSE(EPERM), ALLOW,
    // A backtrace is made over a pair of connected sockets, which reach nobody else.
    JUMP(BPF_JEQ, SYS_socketpair, 0, 7),
    LOAD_ARGUMENT(0), JUMP(BPF_JEQ, AF_UNIX, 1, 0), REFUSE(EPERM),
    LOAD_ARGUMENT(1), BPF_STMT(BPF_ALU | BPF_AND | BPF_K, SOCKET_KIND),
    JUMP(BPF_JEQ, SOCK_STREAM, 1, 0), REFUSE(EPERM),
    // Nothing may be typed into the author's terminal.
    LOAD(nr), JUMP(BPF_JEQ, SYS_ioctl, 0, 4),
    LOAD_ARGUMENT(1), JUMP(BPF_JEQ, TIOCSTI, 0, 1), REFUSE(EPERM), ALLOW,
};

enum { OPENING = sizeof opening / sizeof *opening };

bool restrict_system_calls(void) {
  struct sock_filter steps[OPENING + 2 * REFUSED_CALLS + 1];
  unsigned short count = 0;
  for (int i = 0; i < OPENING; i++) steps[count++] = opening[i];
  for (int i = 0; i < REFUSED_CALLS; i++) {
    steps[count++] = (struct sock_filter)JUMP(BPF_JEQ, refused_calls[i], 0, 1);
    steps[count++] = (struct sock_filter)REFUSE(EPERM);
  }
  steps[count++] = (struct sock_filter)ALLOW;
  struct sock_fprog program = {.len = count, .filter = steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

bool restrict_system_calls(void) { return false; }

#endif
#endif
