#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const layer_names[LAYER_COUNT] = {
    "processes", "network", "mounts", "landlock", "seccomp", "process-limit",
};

static void refuse(const char *problem, const char *argument) {
  fprintf(stderr, "gradbook-sandbox: %s '%s'\n", problem, argument);
  fprintf(stderr,
          "usage: gradbook-sandbox [--read PATH]... [--write PATH]... [--scratch PATH]\n"
          "  [--scratch-size BYTES] [--library FILE] [--data FILE]... [--interrupt SECONDS]\n"
          "  [--wall SECONDS]\n"
          "  [--memory BYTES] [--memory-together BYTES] [--file-size BYTES] [--processes N]\n"
          "  [--report FILE] [--parent PID] [--without LAYER]... [--with control-group-1]\n"
          "  --probe | -- PROGRAM [ARGUMENT]...\n");
  exit(125);
}

static uint64_t number(const char *name, const char *text) {
  char *end;
  unsigned long long value = strtoull(text, &end, 10);
  if (*text < '0' || *text > '9' || *end != 0) refuse(name, text);
  return value;
}

static double seconds(const char *name, const char *text) {
  char *end;
  double value = strtod(text, &end);
  if (end == text || *end != 0 || !(value > 0)) refuse(name, text);
  return value < 1e7 ? value : 1e7;
}

static void add(const char **paths, int *count, const char *path) {
  if (*count == MAX_PATHS) refuse("too many paths at", path);
  paths[(*count)++] = path;
}

static void leave_out(struct options *options, const char *name) {
  if (strcmp(name, "control-group") == 0) {
    options->without_control_group = true;
    return;
  }
  for (int layer = 0; layer < LAYER_COUNT; layer++) {
    if (strcmp(name, layer_names[layer]) == 0) {
      options->without[layer] = true;
      return;
    }
  }
  refuse("there is no layer", name);
}

static void take(struct options *options, const char *name, const char *value) {
  if (strcmp(name, "--read") == 0) {
    add(options->readable, &options->readable_count, value);
  } else if (strcmp(name, "--write") == 0) {
    add(options->writable, &options->writable_count, value);
  } else if (strcmp(name, "--data") == 0) {
    add(options->data, &options->data_count, value);
  } else if (strcmp(name, "--scratch") == 0) {
    options->scratch = value;
  } else if (strcmp(name, "--scratch-size") == 0) {
    options->scratch_size = number(name, value);
  } else if (strcmp(name, "--wall") == 0) {
    options->wall = seconds(name, value);
  } else if (strcmp(name, "--interrupt") == 0) {
    options->interrupt = seconds(name, value);
  } else if (strcmp(name, "--memory") == 0) {
    options->memory = number(name, value);
  } else if (strcmp(name, "--memory-together") == 0) {
    options->memory_together = number(name, value);
  } else if (strcmp(name, "--library") == 0) {
    options->library = value;
  } else if (strcmp(name, "--file-size") == 0) {
    options->file_size = number(name, value);
  } else if (strcmp(name, "--processes") == 0) {
    options->processes = number(name, value);
  } else if (strcmp(name, "--report") == 0) {
    options->report = value;
  } else if (strcmp(name, "--parent") == 0) {
    options->parent = (pid_t)number(name, value);
  } else if (strcmp(name, "--with") == 0 && strcmp(value, "control-group-1") == 0) {
    options->with_old_control_group = true;
  } else if (strcmp(name, "--without") == 0) {
    leave_out(options, value);
  } else {
    refuse("there is no option", name);
  }
}

struct options read_options(int count, char **arguments) {
  struct options options = {
      .scratch_size = 64u << 20,
      .wall = 60,
      .memory = 512u << 20,
      .memory_together = 768u << 20,
      .file_size = 16u << 20,
      .processes = 64,
      .arguments = arguments,
      .argument_count = count,
  };
  int next = 1;
  while (next < count) {
    const char *name = arguments[next++];
    if (strcmp(name, "--") == 0) break;
    if (strcmp(name, "--probe") == 0) {
      options.probe = true;
      continue;
    }
    if (next == count) refuse("a value is missing after", name);
    take(&options, name, arguments[next++]);
  }
  if (!options.probe && next == count) refuse("there is no program after", arguments[count - 1]);
  options.command = arguments + next;
  return options;
}

static char *copy(const char *text) {
  char *made = text ? strdup(text) : NULL;
  if (text && !made) exit(125);
  return made;
}

static void copy_all(const char **texts, int count) {
  for (int i = 0; i < count; i++) texts[i] = copy(texts[i]);
}

void hide_arguments(struct options *options) {
  copy_all(options->readable, options->readable_count);
  copy_all(options->writable, options->writable_count);
  copy_all(options->data, options->data_count);
  options->scratch = copy(options->scratch);
  options->library = copy(options->library);
  options->report = copy(options->report);
  int first = (int)(options->command - options->arguments);
  int count = options->argument_count - first;
  char **command = calloc((size_t)count + 1, sizeof *command);
  if (!command) exit(125);
  for (int i = 0; i < count; i++) command[i] = copy(options->command[i]);
  options->command = command;
  for (int i = 0; i < options->argument_count; i++) {
    memset(options->arguments[i], 0, strlen(options->arguments[i]));
  }
}
