// What both modules share: their border with the page, and a little writing.
typedef unsigned char byte;
typedef unsigned int word;

#define EXPORTED(name) __attribute__((export_name(name)))

__attribute__((import_module("gradbook"), import_name("emit")))
void emit(word kind, const void *place, word length);

static byte memory[1 << 16];
static word used;

EXPORTED("gradbook_allocate") void *allocate(word length) {
  void *place = memory + used;
  used += (length + 7) & ~7u;
  return place;
}

static byte text[4096];
static word count;

static void add(const char *more) {
  while (*more) text[count++] = (byte)*more++;
}

static void add_number(word number) {
  if (number > 9) add_number(number / 10);
  text[count++] = (byte)('0' + number % 10);
}
