#ifndef C_NETWORK_STEP_H
#define C_NETWORK_STEP_H

/// A network of dense layers with its buffers, by hand. Layer l takes `sizes[l]` numbers to
/// `sizes[l + 1]`; weights are `[inputs, units]`.
struct c_network {
  int batch, layers;
  int sizes[4];
  /// 1 for tanh and half the squared error; 0 for ReLU and softmax cross-entropy.
  int smooth;
  float *weights[3], *biases[3], *weight_slopes[3], *bias_slopes[3];
  /// Before the first layer, and after each one.
  float *values[4], *slopes[4];
};

/// Makes a network; weights, biases and inputs are for the caller to fill.
struct c_network *c_network_make(int batch, int layers, const int *sizes, int smooth);

/// One step of gradient descent on one batch: forward, loss, backward, update. Labels are one number
/// for each example. Products of matrices are plain loops.
void c_network_step(struct c_network *network, const float *labels, float learning_rate);

/// The same with products of matrices by OpenBLAS.
void c_network_step_blas(struct c_network *network, const float *labels, float learning_rate);

/// Looks for OpenBLAS in a file. Returns 1 when it is there.
int c_network_open_blas(const char *path);

#endif
