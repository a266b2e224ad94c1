// The border to a page.
#include "Border.h"

__attribute__((import_module("gradbook"), import_name("emit")))
void host_emit(uint32_t kind, const void *bytes, uint32_t count);

void emit(uint32_t kind, const void *bytes, uint32_t count) { host_emit(kind, bytes, count); }
