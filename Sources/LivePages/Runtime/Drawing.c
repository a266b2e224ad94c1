// The border between a page and what draws the outputs of its experiments.
#include "Border.h"

void gradbook_draw(const uint8_t *transcript, uint32_t count, const uint8_t *input, uint32_t input_count);

void gradbook_emit_drawn(uint32_t kind, const uint8_t *bytes, uint32_t count) { emit(kind, bytes, count); }

__attribute__((export_name("gradbook_draw_run")))
void gradbook_draw_run(const uint8_t *transcript, uint32_t count, const uint8_t *input, uint32_t input_count) {
  gradbook_draw(transcript, count, input, input_count);
}
