#include "CNetworkStep.h"

#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// The products that a layer needs, of row-major matrices: x [n, k], w [k, m], y [n, m].
struct products {
  /// y += x·w
  void (*forward)(int n, int k, int m, const float *x, const float *w, float *y);
  /// dw = xᵀ·dy
  void (*weights)(int n, int k, int m, const float *x, const float *dy, float *dw);
  /// dx = dy·wᵀ
  void (*inputs)(int n, int k, int m, const float *dy, const float *w, float *dx);
};

static void plain_forward(int n, int k, int m, const float *restrict x, const float *restrict w,
                          float *restrict y) {
  for (int i = 0; i < n; i++)
    for (int p = 0; p < k; p++)
      for (int j = 0; j < m; j++) y[i * m + j] += x[i * k + p] * w[p * m + j];
}

static void plain_weights(int n, int k, int m, const float *restrict x, const float *restrict dy,
                          float *restrict dw) {
  memset(dw, 0, sizeof(float) * (size_t)k * (size_t)m);
  for (int i = 0; i < n; i++)
    for (int p = 0; p < k; p++)
      for (int j = 0; j < m; j++) dw[p * m + j] += x[i * k + p] * dy[i * m + j];
}

static void plain_inputs(int n, int k, int m, const float *restrict dy, const float *restrict w,
                         float *restrict dx) {
  for (int i = 0; i < n; i++)
    for (int p = 0; p < k; p++) {
      float sum = 0;
      for (int j = 0; j < m; j++) sum += dy[i * m + j] * w[p * m + j];
      dx[i * k + p] = sum;
    }
}

typedef void gemm32(int, int, int, int, int, int, float, const float *, int, const float *, int,
                    float, float *, int);
typedef void gemm64(int, int, int, int64_t, int64_t, int64_t, float, const float *, int64_t,
                    const float *, int64_t, float, float *, int64_t);
static gemm32 *small_gemm;
static gemm64 *large_gemm;

int c_network_open_blas(const char *path) {
  void *library = dlopen(path, RTLD_NOW);
  if (!library) return 0;
  small_gemm = (gemm32 *)dlsym(library, "cblas_sgemm");
  large_gemm = (gemm64 *)dlsym(library, "scipy_cblas_sgemm64_");
  return small_gemm || large_gemm;
}

static void gemm(int turn_a, int turn_b, int m, int n, int k, const float *a, int lda,
                 const float *b, int ldb, float beta, float *c) {
  const int row_major = 101, straight = 111, turned = 112;
  int ta = turn_a ? turned : straight, tb = turn_b ? turned : straight;
  if (small_gemm)
    small_gemm(row_major, ta, tb, m, n, k, 1, a, lda, b, ldb, beta, c, n);
  else
    large_gemm(row_major, ta, tb, m, n, k, 1, a, lda, b, ldb, beta, c, n);
}

static void blas_forward(int n, int k, int m, const float *x, const float *w, float *y) {
  gemm(0, 0, n, m, k, x, k, w, m, 1, y);
}

static void blas_weights(int n, int k, int m, const float *x, const float *dy, float *dw) {
  gemm(1, 0, k, m, n, x, k, dy, m, 0, dw);
}

static void blas_inputs(int n, int k, int m, const float *dy, const float *w, float *dx) {
  gemm(0, 1, n, k, m, dy, m, w, m, 0, dx);
}

static float *numbers(int count) {
  float *start = aligned_alloc(64, ((size_t)count * sizeof(float) + 63) / 64 * 64);
  memset(start, 0, (size_t)count * sizeof(float));
  return start;
}

struct c_network *c_network_make(int batch, int layers, const int *sizes, int smooth) {
  struct c_network *n = calloc(1, sizeof *n);
  n->batch = batch;
  n->layers = layers;
  n->smooth = smooth;
  for (int l = 0; l <= layers; l++) {
    n->sizes[l] = sizes[l];
    n->values[l] = numbers(batch * sizes[l]);
    n->slopes[l] = numbers(batch * sizes[l]);
  }
  for (int l = 0; l < layers; l++) {
    n->weights[l] = numbers(sizes[l] * sizes[l + 1]);
    n->weight_slopes[l] = numbers(sizes[l] * sizes[l + 1]);
    n->biases[l] = numbers(sizes[l + 1]);
    n->bias_slopes[l] = numbers(sizes[l + 1]);
  }
  return n;
}

static void forward(struct c_network *n, const struct products *products) {
  for (int l = 0; l < n->layers; l++) {
    int units = n->sizes[l + 1], count = n->batch * units;
    float *y = n->values[l + 1];
    for (int i = 0; i < n->batch; i++)
      memcpy(y + i * units, n->biases[l], sizeof(float) * (size_t)units);
    products->forward(n->batch, n->sizes[l], units, n->values[l], n->weights[l], y);
    if (l == n->layers - 1) continue;
    if (n->smooth)
      for (int i = 0; i < count; i++) y[i] = tanhf(y[i]);
    else
      for (int i = 0; i < count; i++) y[i] = y[i] > 0 ? y[i] : 0;
  }
}

/// The loss's slope with respect to the last layer's values.
static void loss_slope(struct c_network *n, const float *labels) {
  int classes = n->sizes[n->layers];
  float *y = n->values[n->layers], *dy = n->slopes[n->layers];
  if (n->smooth) {
    for (int i = 0; i < n->batch; i++) dy[i] = y[i] - labels[i];
    return;
  }
  for (int i = 0; i < n->batch; i++) {
    float *row = y + i * classes, *slope = dy + i * classes, largest = row[0], sum = 0;
    for (int j = 1; j < classes; j++) largest = row[j] > largest ? row[j] : largest;
    for (int j = 0; j < classes; j++) sum += slope[j] = expf(row[j] - largest);
    for (int j = 0; j < classes; j++) slope[j] /= sum;
    slope[(int)labels[i]] -= 1;
  }
}

static void backward(struct c_network *n, const struct products *products) {
  for (int l = n->layers - 1; l >= 0; l--) {
    int units = n->sizes[l + 1], inputs = n->sizes[l], count = n->batch * inputs;
    float *dy = n->slopes[l + 1], *db = n->bias_slopes[l];
    products->weights(n->batch, inputs, units, n->values[l], dy, n->weight_slopes[l]);
    memset(db, 0, sizeof(float) * (size_t)units);
    for (int i = 0; i < n->batch; i++)
      for (int j = 0; j < units; j++) db[j] += dy[i * units + j];
    if (l == 0) continue;
    float *dx = n->slopes[l], *x = n->values[l];
    products->inputs(n->batch, inputs, units, dy, n->weights[l], dx);
    if (n->smooth)
      for (int i = 0; i < count; i++) dx[i] *= 1 - x[i] * x[i];
    else
      for (int i = 0; i < count; i++) dx[i] = x[i] > 0 ? dx[i] : 0;
  }
}

static void step(struct c_network *n, const float *labels, float learning_rate,
                 const struct products *products) {
  forward(n, products);
  loss_slope(n, labels);
  backward(n, products);
  float rate = learning_rate / (float)n->batch;
  for (int l = 0; l < n->layers; l++) {
    int count = n->sizes[l] * n->sizes[l + 1];
    float *restrict w = n->weights[l], *restrict dw = n->weight_slopes[l];
    for (int i = 0; i < count; i++) w[i] -= rate * dw[i];
    for (int i = 0; i < n->sizes[l + 1]; i++) n->biases[l][i] -= rate * n->bias_slopes[l][i];
  }
}

void c_network_step(struct c_network *network, const float *labels, float learning_rate) {
  static const struct products plain = {plain_forward, plain_weights, plain_inputs};
  step(network, labels, learning_rate, &plain);
}

void c_network_step_blas(struct c_network *network, const float *labels, float learning_rate) {
  static const struct products blas = {blas_forward, blas_weights, blas_inputs};
  step(network, labels, learning_rate, &blas);
}
