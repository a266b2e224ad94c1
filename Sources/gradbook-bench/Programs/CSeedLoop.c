#include "CSeedLoop.h"

static float mean_loss(const float *restrict x, const float *restrict y, int n, const float *p) {
  float w0 = p[0], w1 = p[1], b = p[2], sum = 0;
  for (int i = 0; i < n; i++) {
    float d = x[2 * i] * w0 + x[2 * i + 1] * w1 + b - y[i];
    sum += 0.5f * d * d;
  }
  return sum / (float)n;
}

static uint64_t rotate(uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

static uint64_t next(uint64_t *s) {
  uint64_t result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = rotate(s[3], 45);
  return result;
}

static void shuffle(int *order, int n, uint64_t *random) {
  for (int last = n - 1; last > 0; last--) {
    int other = (int)(((next(random) >> 32) * (uint64_t)(last + 1)) >> 32);
    int held = order[last];
    order[last] = order[other];
    order[other] = held;
  }
}

int c_seed_train(const float *restrict x, const float *restrict y, int n, int *restrict order,
                 uint64_t *random, float *restrict p, int batch_size, float learning_rate,
                 int epochs, int period, float *restrict losses) {
  int count = 0;
  losses[count++] = mean_loss(x, y, n, p);
  for (int epoch = 1; epoch <= epochs; epoch++) {
    if (epoch > 2) learning_rate *= 0.1f;
    for (int i = 0; i < n; i++) order[i] = i;
    shuffle(order, n, random);
    for (int start = 0; start < n; start += batch_size) {
      int end = start + batch_size < n ? start + batch_size : n;
      float g0 = 0, g1 = 0, gb = 0;
      for (int i = start; i < end; i++) {
        const float *row = x + 2 * order[i];
        float d = row[0] * p[0] + row[1] * p[1] + p[2] - y[order[i]];
        g0 += d * row[0];
        g1 += d * row[1];
        gb += d;
      }
      float rate = learning_rate / (float)batch_size;
      p[0] -= rate * g0;
      p[1] -= rate * g1;
      p[2] -= rate * gb;
      if (start % period == 0) losses[count++] = mean_loss(x, y, n, p);
    }
  }
  return count;
}
