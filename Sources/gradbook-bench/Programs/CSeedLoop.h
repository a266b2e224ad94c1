#ifndef C_SEED_LOOP_H
#define C_SEED_LOOP_H

#include <stdint.h>

/// The job of one of the seed's training calls, by hand: mini-batch gradient descent on a linear
/// regression with two inputs, the loss over all examples recorded every `period` examples.
///
/// x holds n rows of two, y n labels, order n places that are shuffled anew before each epoch;
/// parameters (w0, w1, b) are read and written; losses has room for every recorded loss.
/// Returns the number of losses.
int c_seed_train(const float *x, const float *y, int n, int *order, uint64_t *random,
                 float *parameters, int batch_size, float learning_rate, int epochs, int period,
                 float *losses);

#endif
