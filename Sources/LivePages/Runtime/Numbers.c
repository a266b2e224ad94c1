// What a processor with 64 bits has and WebAssembly has not.
#include <stdint.h>

// Numbers of 128 bits, the low 64 bits of each first.

void __multi3(uint64_t *product, uint64_t a, uint64_t a_high, uint64_t b, uint64_t b_high) {
  uint64_t a0 = (uint32_t)a, a1 = a >> 32, b0 = (uint32_t)b, b1 = b >> 32;
  uint64_t low = a0 * b0, middle = a1 * b0 + (low >> 32);
  uint64_t other = a0 * b1 + (uint32_t)middle;
  product[0] = other << 32 | (uint32_t)low;
  product[1] = a1 * b1 + (middle >> 32) + (other >> 32) + a * b_high + a_high * b;
}

void __ashlti3(uint64_t *result, uint64_t low, uint64_t high, int count) {
  result[0] = count < 64 ? low << count : 0;
  result[1] = count == 0 ? high : count < 64 ? high << count | low >> (64 - count) : low << (count - 64);
}

void __lshrti3(uint64_t *result, uint64_t low, uint64_t high, int count) {
  result[0] = count == 0 ? low : count < 64 ? low >> count | high << (64 - count) : high >> (count - 64);
  result[1] = count < 64 ? high >> count : 0;
}

// Half away from zero, as C's function of this name rounds.
double round(double x) {
  double whole = __builtin_trunc(x);
  if (__builtin_fabs(x - whole) >= 0.5) whole += __builtin_copysign(1, x);
  return __builtin_copysign(whole, x);
}

float roundf(float x) {
  float whole = __builtin_truncf(x);
  if (__builtin_fabsf(x - whole) >= 0.5f) whole += __builtin_copysignf(1, x);
  return __builtin_copysignf(whole, x);
}

typedef unsigned __int128 wide;

static uint64_t bits_of(double x) {
  uint64_t bits;
  __builtin_memcpy(&bits, &x, 8);
  return bits;
}

static double with_bits(uint64_t bits) {
  double x;
  __builtin_memcpy(&x, &bits, 8);
  return x;
}

// The significand as an integer and its exponent: x = m * 2^e.
static uint64_t significand(double x, int *exponent) {
  uint64_t b = bits_of(x), m = b & 0xfffffffffffff;
  int e = (int)(b >> 52 & 0x7ff);
  *exponent = (e ? e : 1) - 1075;
  return e ? m | 1ull << 52 : m;
}

static int top_bit(wide x) {
  uint64_t high = (uint64_t)(x >> 64);
  return high ? 127 - __builtin_clzll(high) : 63 - __builtin_clzll((uint64_t)x);
}

// Shifts right; the lowest bit stays set when any bit is lost.
static wide shifted(wide x, int count) {
  if (count <= 0) return x;
  if (count > 127) return x != 0;
  return x >> count | ((x << (128 - count)) != 0);
}

// x * y + z, rounded once.
double fma(double x, double y, double z) {
  if (!__builtin_isfinite(z) && __builtin_isfinite(x) && __builtin_isfinite(y)) return z;
  if (x == 0 || y == 0 || !__builtin_isfinite(x) || !__builtin_isfinite(y)) return x * y + z;
  if (z == 0) return x * y;
  int ex, ey, ez;
  wide product = (wide)significand(x, &ex) * significand(y, &ey), addend = significand(z, &ez);
  int e = ex + ey;
  uint64_t sign = (bits_of(x) ^ bits_of(y)) >> 63, sign_z = bits_of(z) >> 63;
  // Both get their highest bit at 125: sums fit, and what is shifted out lies far below the last place.
  int up = 125 - top_bit(product), up_z = 125 - top_bit(addend);
  product <<= up;
  e -= up;
  addend <<= up_z;
  ez -= up_z;
  if (e > ez) {
    addend = shifted(addend, e - ez);
  } else {
    product = shifted(product, ez - e);
    e = ez;
  }
  wide sum;
  if (sign == sign_z) {
    sum = product + addend;
  } else if (product >= addend) {
    sum = product - addend;
  } else {
    sum = addend - product;
    sign = sign_z;
  }
  if (sum == 0) return 0;
  int drop = top_bit(sum) - 52;
  if (e + drop < -1074) drop = -1074 - e;
  uint64_t m;
  if (drop > 0) {
    // One bit and a sticky bit more than there are places.
    wide cut = drop > 2 ? shifted(sum, drop - 2) : sum << (2 - drop);
    m = (uint64_t)(cut >> 2);
    unsigned rest = (unsigned)cut & 3;
    if (rest > 2 || (rest == 2 && (m & 1))) m++;
  } else {
    m = (uint64_t)(sum << -drop);
  }
  e += drop;
  if (m >> 53) {
    m >>= 1;
    e++;
  }
  uint64_t bits = m;
  if (m >> 52) bits = (uint64_t)(e + 1075) << 52 | (m & 0xfffffffffffff);
  if (e + 1075 >= 0x7ff) bits = (uint64_t)0x7ff << 52;
  return with_bits(sign << 63 | bits);
}

// The sum's error decides its last bit, so that rounding it to fewer bits is right.
float fmaf(float x, float y, float z) {
  double product = (double)x * y, sum = product + z;
  if (!__builtin_isfinite(sum)) return (float)sum;
  double part = sum - product, error = (product - (sum - part)) + (z - part);
  uint64_t bits = bits_of(sum);
  if (error != 0 && !(bits & 1)) bits += (error > 0) == (sum > 0) ? 1 : -1;
  return (float)with_bits(bits);
}

// What is left of x when y is taken from it as often as it fits.
double fmod(double x, double y) {
  if (y == 0 || __builtin_isnan(y) || !__builtin_isfinite(x)) return __builtin_nan("");
  if (__builtin_fabs(x) < __builtin_fabs(y)) return x;
  int ex, ey;
  uint64_t rest = significand(x, &ex), divisor = significand(y, &ey);
  rest %= divisor;
  for (; ex > ey; ex--) rest = rest * 2 % divisor;
  double scaled = (double)rest;
  // A power of two that has a number itself, twice where one is not enough.
  for (; ey < -1000; ey += 74) scaled *= 0x1p-74;
  double power = with_bits((uint64_t)(ey + 1023) << 52);
  return __builtin_copysign(scaled * power, x);
}

float fmodf(float x, float y) { return (float)fmod(x, y); }
