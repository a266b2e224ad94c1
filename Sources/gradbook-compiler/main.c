// The toolchain's compiler as a process that stays: it compiles one program after the other, and
// what a compiler does at its start and its end is done once.
//
// Its only argument is the path of the toolchain's library `sourcekitdInProc`. A request on standard
// input is some words, each with a zero byte behind it: `compile` and the driver's arguments, or `run`
// and the command of another tool, the linker, for which no sandbox has to be made then. An answer on
// standard output is one letter, and on a line each the compiler's own names of its messages. Before
// both stands their length, as four bytes in the machine's order. The tools work in the current folder.
// The process ends with its input.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "service.h"
#include "tool.h"

/// The first letter of an answer.
enum answer {
  /// The object is there, or what the tool makes.
  DONE = 'd',
  /// It is not, or there is more to say.
  REFUSED = 'r',
};

static struct service service;

static name named(const char *text) { return service.uid_get_from_cstr(text); }

static bool read_all(void *bytes, size_t count) {
  for (char *next = bytes; count > 0;) {
    ssize_t some = read(STDIN_FILENO, next, count);
    if (some <= 0) return false;
    next += some;
    count -= (size_t)some;
  }
  return true;
}

static void write_all(const void *bytes, size_t count) {
  for (const char *next = bytes; count > 0;) {
    ssize_t some = write(STDOUT_FILENO, next, count);
    if (some <= 0) exit(1);
    next += some;
    count -= (size_t)some;
  }
}

/// Returns a request about the compilation with a number. What is compiled under one name is compiled
/// faster the second time, but not always right: each has its own.
static request new_request(const char *kind, unsigned number) {
  char text[32];
  snprintf(text, sizeof text, "program-%u", number);
  request made = service.request_dictionary_create(NULL, NULL, 0);
  service.request_dictionary_set_uid(made, named("key.request"), named(kind));
  service.request_dictionary_set_string(made, named("key.name"), text);
  return made;
}

static response send(request request) {
  response answer = service.send_request_sync(request);
  service.request_release(request);
  return answer;
}

/// Writes the names of an answer's messages. Their texts are not what the compiler prints: the names of
/// groups are not in them, and they are in another order.
static void write_names(variant answer, FILE *output) {
  variant messages = service.variant_dictionary_get_value(answer, named("key.diagnostics"));
  if (!service.variant_get_type(messages)) return;
  size_t count = service.variant_array_get_count(messages);
  for (size_t i = 0; i < count; i++) {
    variant message = service.variant_array_get_value(messages, i);
    const char *name = service.variant_dictionary_get_string(message, named("key.id"));
    fprintf(output, "%s\n", name ? name : "");
  }
}

/// Compiles with arguments, each of which ends with a zero byte, and writes the names of the messages.
static enum answer compile(
    const char *arguments, const char *end, unsigned number, FILE *output) {
  request asked = new_request("source.request.compile", number);
  request list = service.request_array_create(NULL, 0);
  for (; arguments < end; arguments += strlen(arguments) + 1) {
    service.request_array_set_string(list, APPEND, arguments);
  }
  service.request_dictionary_set_value(asked, named("key.compilerargs"), list);
  service.request_release(list);
  response answer = send(asked);
  enum answer kind = REFUSED;
  if (!service.response_is_error(answer)) {
    variant value = service.response_get_value(answer);
    write_names(value, output);
    if (service.variant_dictionary_get_int64(value, named("key.value")) == 0) kind = DONE;
  }
  service.response_dispose(answer);
  return kind;
}

/// Runs the tool that some words name.
static enum answer run(char *words, const char *end) {
  size_t count = 0;
  for (const char *word = words; word < end; word += strlen(word) + 1) count++;
  char **command = calloc(count + 1, sizeof *command);
  if (!command) return REFUSED;
  for (size_t i = 0; i < count; i++, words += strlen(words) + 1) command[i] = words;
  bool is_quiet = count > 0 && run_quietly(command);
  free(command);
  return is_quiet ? DONE : REFUSED;
}

static void forget(unsigned number) {
  service.response_dispose(send(new_request("source.request.compile.close", number)));
}

int main(int count, char **arguments) {
  if (count != 2 || !load_service(arguments[1], &service)) return 1;
  uint32_t length;
  for (unsigned number = 1; read_all(&length, sizeof length); number++) {
    char *request = malloc(length + 1);
    if (!request || !read_all(request, length)) return 1;
    request[length] = 0;
    char *names = NULL;
    size_t size = 0;
    FILE *output = open_memstream(&names, &size);
    if (!output) return 1;
    char *end = request + length, *words = request + strlen(request) + 1;
    bool compiles = strcmp(request, "compile") == 0;
    char kind = (char)(compiles ? compile(words, end, number, output) : run(words, end));
    if (fclose(output) != 0) return 1;
    length = (uint32_t)size + 1;
    write_all(&length, sizeof length);
    write_all(&kind, 1);
    write_all(names, size);
    free(names);
    free(request);
    // Nobody waits for this any more.
    if (compiles) forget(number);
  }
  return 0;
}
