#ifndef GRADBOOK_SANDBOX_REFUSED_CALLS_H
#define GRADBOOK_SANDBOX_REFUSED_CALLS_H

#include <sys/syscall.h>

/// The system calls that are always refused. Those that are newer than the oldest headers stand by
/// their numbers, which x86-64 and arm64 share from 424 on.
static const int refused_calls[] = {
    // Sockets: connecting pairs and what is done with them excepted.
    SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
    // Other processes.
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp,
    438 /* pidfd_getfd */, 440 /* process_madvise */, 448 /* process_mrelease */,
    // Namespaces and mounts.
    SYS_unshare, SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot,
    428 /* open_tree */, 429 /* move_mount */, 430 /* fsopen */, 431 /* fsconfig */,
    432 /* fsmount */, 433 /* fspick */, 442 /* mount_setattr */,
    SYS_name_to_handle_at, SYS_open_by_handle_at,
    // Identity.
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid,
    SYS_setfsuid, SYS_setfsgid, SYS_setgroups, SYS_capset, SYS_personality,
    // Memory that the limit does not count, and messages.
    SYS_memfd_create, 447 /* memfd_secret */, SYS_shmget, SYS_shmat, SYS_msgget, SYS_semget,
    SYS_mq_open,
    // Large parts of the kernel that nothing here needs.
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl, SYS_add_key, SYS_request_key,
    425 /* io_uring_setup */, 426 /* io_uring_enter */, 427 /* io_uring_register */,
    SYS_io_setup, SYS_fanotify_init, SYS_inotify_init1, SYS_vmsplice, SYS_mbind, SYS_set_mempolicy,
    SYS_migrate_pages, SYS_move_pages,
    // The machine's own affairs.
    SYS_reboot, SYS_kexec_load, SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_swapon,
    SYS_swapoff, SYS_acct, SYS_quotactl, SYS_settimeofday, SYS_clock_settime, SYS_adjtimex,
    SYS_clock_adjtime, SYS_sethostname, SYS_setdomainname, SYS_syslog, SYS_vhangup,
#ifdef SYS_kexec_file_load
    SYS_kexec_file_load,
#endif
#ifdef SYS_inotify_init
    SYS_inotify_init,
#endif
#ifdef SYS_iopl
    SYS_iopl, SYS_ioperm, SYS_modify_ldt,
#endif
};

enum { REFUSED_CALLS = sizeof refused_calls / sizeof *refused_calls };

#endif
