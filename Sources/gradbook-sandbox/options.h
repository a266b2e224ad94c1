#ifndef GRADBOOK_SANDBOX_OPTIONS_H
#define GRADBOOK_SANDBOX_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// The layers of the sandbox. Each can be missing without the others.
enum layer {
  LAYER_PROCESSES,      // a PID namespace: no process of others, none left behind
  LAYER_NETWORK,        // a network namespace without interfaces
  LAYER_MOUNTS,         // all but the writable folders read-only, a /proc and a scratch of its own
  LAYER_LANDLOCK,       // only the named folders can be opened
  LAYER_SECCOMP,        // the system calls that a block has no use for are refused
  LAYER_PROCESS_LIMIT,  // a bound on the number of processes and threads
  LAYER_COUNT
};

/// The layers' names on the command line and in reports.
extern const char *const layer_names[LAYER_COUNT];

enum { MAX_PATHS = 64 };

/// The options of the command line.
struct options {
  const char *readable[MAX_PATHS];
  int readable_count;
  const char *writable[MAX_PATHS];
  int writable_count;
  const char *scratch;     // of a block: an empty folder, where its own root is made; or NULL
  const char *data[MAX_PATHS];  // files that a block may read, in the order of their names there
  int data_count;
  const char *library;     // a library that the program is linked with, or NULL
  uint64_t scratch_size;   // bytes
  double interrupt;        // seconds until the program gets SIGABRT, or 0
  double wall;             // seconds
  uint64_t memory;         // bytes of address space for each process
  uint64_t memory_together;  // bytes of memory that all processes of a block have together
  uint64_t file_size;      // bytes
  uint64_t processes;      // processes and threads at once
  const char *report;      // a file for what happened, or NULL
  pid_t parent;            // the process without which this one ends, or 0
  bool without[LAYER_COUNT];
  bool without_control_group;
  bool with_old_control_group;  // of version 1, where there is none of version 2
  bool probe;              // try the layers, print those that are missing, run nothing
  char **command;
  char **arguments;        // the whole command line
  int argument_count;
};

/// Reads the command line; ends the process with status 125 and a message when it is wrong.
struct options read_options(int count, char **arguments);

/// Copies what the options point at, and clears the process's command line, which the processes inside
/// could read.
void hide_arguments(struct options *options);

#endif
