// The border between an experiment and the page that runs it: records go out, knobs and data files come in.
#include "Border.h"

void gradbook_emit(uint32_t kind, const uint8_t *payload, uint32_t count) {
  uint8_t head[6] = {0, (uint8_t)kind};
  for (int i = 0; i < 4; i++) head[2 + i] = (uint8_t)(count >> 8 * i);
  emit(EMIT_TRANSCRIPT, head, sizeof head);
  if (count) emit(EMIT_TRANSCRIPT, payload, count);
}

static const uint8_t *settings, *settings_end;

static int is_setting(const uint8_t *line, const uint8_t *end, const uint8_t *name, uint32_t count) {
  if ((uint32_t)(end - line) != count + 17 || line[count] != '=') return 0;
  for (uint32_t i = 0; i < count; i++)
    if (line[i] != name[i]) return 0;
  return 1;
}

double gradbook_knob(const uint8_t *name, uint32_t count, double standard) {
  for (const uint8_t *line = settings; line < settings_end;) {
    const uint8_t *end = line;
    while (end < settings_end && *end != '\n') end++;
    if (is_setting(line, end, name, count)) {
      union { uint64_t bits; double value; } number = {0};
      for (const uint8_t *digit = line + count + 1; digit < end; digit++)
        number.bits = number.bits << 4 | (uint64_t)(*digit <= '9' ? *digit - '0' : *digit - 'a' + 10);
      return number.value;
    }
    line = end + 1;
  }
  return standard;
}

static uint32_t running;

const uint8_t *gradbook_data(uint32_t index, uint32_t *count) {
  return gradbook_file(running, index, count);
}

__attribute__((export_name("gradbook_run")))
void gradbook_run(uint32_t experiment, const uint8_t *input, uint32_t count) {
  settings = input;
  settings_end = input + count;
  running = experiment;
  gradbook_experiment(experiment);
}
