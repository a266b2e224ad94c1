// Experiments as a page runs them, without the engine: what they print depends on their knobs.
#include "Border.h"

static void record(word kind) {
  byte head[6] = {0, (byte)kind, (byte)count, (byte)(count >> 8), 0, 0};
  emit(1, head, 6);
  emit(1, text, count);
  count = 0;
}

static void add_bytes(const void *bytes, word length) {
  for (word i = 0; i < length; i++) text[count++] = ((const byte *)bytes)[i];
}

static void add_string(const char *more) {
  word length = 0;
  while (more[length]) length++;
  add_bytes(&length, 4);
  add_bytes(more, length);
}

// Says that a knob was read, as the notebook does.
static void knob(const char *name, byte kind, double low, double high, double standard, double value,
                 word choices, const char *const *names) {
  double numbers[] = {low, high, standard, value};
  word four = 4;
  add_string(name);
  add_bytes(&kind, 1);
  if (kind == 2) {
    add_bytes(&choices, 4);
    for (word i = 0; i < choices; i++) add_string(names[i]);
  }
  add_bytes(&four, 4);
  add_bytes(numbers, sizeof numbers);
  record(6);
}

static const char *const ways[] = {"plain", "with <momentum>", "Adam"};
static const char *const states[] = {"off", "on"};

static word digit(byte letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; }

// The value of a knob in thousandths.
static word thousandths(const byte *input, word length, const char *name, word standard) {
  for (word start = 0; start < length;) {
    word place = start, letter = 0;
    while (name[letter] && place < length && input[place] == (byte)name[letter]) place++, letter++;
    if (!name[letter] && input[place] == '=') {
      union { unsigned long long bits; double value; } number = {0};
      for (word i = place + 1; i < place + 17; i++) number.bits = number.bits << 4 | digit(input[i]);
      return (word)(number.value * 1000 + 0.5);
    }
    while (start < length && input[start++] != '\n') {}
  }
  return standard;
}

EXPORTED("gradbook_run") void run(word experiment, const byte *input, word length) {
  record(10);
  switch (experiment) {
  case 0:
    knob("rate", 0, 0.001, 2, 0.2, thousandths(input, length, "rate", 200) / 1000.0, 0, 0);
    knob("steps", 1, 1, 100, 10, thousandths(input, length, "steps", 10000) / 1000.0, 0, 0);
    knob("how", 2, 0, 2, 0, thousandths(input, length, "how", 0) / 1000.0, 3, ways);
    // One that is read with some settings only.
    if (thousandths(input, length, "how", 0) != 2000)
      knob("fast", 2, 0, 1, 0, thousandths(input, length, "fast", 0) / 1000.0, 2, states);
    add("rate ");
    add_number(thousandths(input, length, "rate", 200));
    add(" steps ");
    add_number(thousandths(input, length, "steps", 10000));
    add(" how ");
    add_number(thousandths(input, length, "how", 0));
    add(" fast ");
    add_number(thousandths(input, length, "fast", 0));
    add("\n");
    break;
  case 1: add("The same everywhere.\n"); break;
  case 2:
    for (volatile word turn = 0;; turn++) {}
  case 3:
    add("the rate is no number");
    record(3);
    __builtin_trap();
  default: __builtin_trap();
  }
  record(1);
  record(11);
}
