// Compares the functions of Sources/LivePages/Runtime/Numbers.c, which is included under other names, with
// those of this machine's C library and compiler, to the bit. Prints the differences.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define round own_round
#define roundf own_roundf
#define fma own_fma
#define fmaf own_fmaf
#define fmod own_fmod
#define fmodf own_fmodf
#define significand own_significand
#define __multi3 own_multi3
#define __ashlti3 own_ashlti3
#define __lshrti3 own_lshrti3
#include NUMBERS
#undef round
#undef roundf
#undef fma
#undef fmaf
#undef fmod
#undef fmodf

static uint64_t state = 88172645463325252u;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static float single(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static uint32_t single_bits(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static long differences;

static void compare(const char *name, double own, double expected) {
  if (bits_of(own) == bits_of(expected) || (own != own && expected != expected)) return;
  if (differences++ < 20) printf("%s: %a instead of %a\n", name, own, expected);
}

// A double with an exponent from a range of its own.
static double within(unsigned low, unsigned count) {
  return with_bits((next() & ~(0x7ffull << 52)) | (uint64_t)(low + next() % count) << 52);
}

static void doubles(int kind) {
  double x = with_bits(next()), y = with_bits(next()), z = with_bits(next());
  switch (kind) {
    case 1: z = with_bits((bits_of(x * y) + next() % 7 - 3) ^ (next() & 1) << 63); break;
    case 2: x = (int)(next() % 2001) - 1000, y = ((int)(next() % 2001) - 1000) / 8.0, z = x / 64; break;
    case 3: x = within(1000, 46), y = within(1000, 46), z = within(960, 120); break;
    case 4: x = within(1000, 46), y = within(1000, 46), z = -x * y; break;
    case 5: x = within(0, 600), y = within(0, 600), z = with_bits(next() & 0x801fffffffffffff); break;
  }
  compare("fma", own_fma(x, y, z), fma(x, y, z));
  compare("round", own_round(x), round(x));
  x = within(1015, 60);
  compare("round", own_round(x), round(x));
  compare("roundf", own_roundf((float)x), roundf((float)x));
  compare("fmod", own_fmod(x, y), fmod(x, y));
  y = with_bits(bits_of(x) - (next() % 70 << 52) + next() % 3);
  compare("fmod", own_fmod(x, y), fmod(x, y));
  x = with_bits(next() & 0x807fffffffffffff), y = with_bits(next() & 0x801fffffffffffff);
  compare("fmod", own_fmod(x, y), fmod(x, y));
}

static void singles(int kind) {
  float x = single((uint32_t)next()), y = single((uint32_t)next()), z = single((uint32_t)next());
  if (kind == 1) z = -single(single_bits(x * y) + (uint32_t)(next() % 5) - 2);
  if (kind == 2) x = (int)(next() % 2001) - 1000, y = x / 8, z = y / 64;
  if (kind == 3) x = (float)within(980, 90), y = (float)within(980, 90), z = (float)within(940, 160);
  compare("fmaf", own_fmaf(x, y, z), fmaf(x, y, z));
  compare("fmodf", own_fmodf(x, y), fmodf(x, y));
}

static void integers(void) {
  uint64_t low = next(), high = next(), other_low = next(), other_high = next(), own[2];
  int count = (int)(next() % 128);
  wide number = (wide)high << 64 | low, expected[3];
  expected[0] = number << count;
  expected[1] = number >> count;
  expected[2] = number * ((wide)other_high << 64 | other_low);
  for (int i = 0; i < 3; i++) {
    if (i == 0) own_ashlti3(own, low, high, count);
    if (i == 1) own_lshrti3(own, low, high, count);
    if (i == 2) own_multi3(own, low, high, other_low, other_high);
    if (own[0] != (uint64_t)expected[i] || own[1] != (uint64_t)(expected[i] >> 64))
      if (differences++ < 20) printf("integers of 128 bits: operation %d\n", i);
  }
}

int main(void) {
  for (long i = 0; i < 1000000; i++) {
    doubles((int)(i % 6));
    singles((int)(i % 4));
    if (i % 8 == 0) integers();
  }
  const double edges[] = {0.0, -0.0, INFINITY, -INFINITY, NAN, 0.5, -0.5, 0x1p-1074, 0x1.fffffffffffffp+1023};
  for (int i = 0; i < 9 * 9 * 9; i++) {
    double x = edges[i % 9], y = edges[i / 9 % 9], z = edges[i / 81];
    compare("fma", own_fma(x, y, z), fma(x, y, z));
    compare("fmaf", own_fmaf((float)x, (float)y, (float)z), fmaf((float)x, (float)y, (float)z));
    compare("fmod", own_fmod(x, y), fmod(x, y));
    compare("round", own_round(x), round(x));
  }
  printf("%ld differences\n", differences);
}
