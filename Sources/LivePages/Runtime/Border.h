#include <stddef.h>
#include <stdint.h>

enum { EMIT_TRANSCRIPT = 1, EMIT_LAST_WORDS = 3 };

// The page's end, or that of the check when the book is built.
void emit(uint32_t kind, const void *bytes, uint32_t count);

void gradbook_run(uint32_t experiment, const uint8_t *input, uint32_t count);

// The chapter's own: its experiments by their number, and the data files that each declares.
void gradbook_experiment(uint32_t experiment);
const uint8_t *gradbook_file(uint32_t experiment, uint32_t index, uint32_t *count);
