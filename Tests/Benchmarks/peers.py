"""Times one training step of the benchmark's networks in NumPy and, when it is installed, PyTorch.

The steps are those of gradbook-bench: forward, loss, backward, a step of gradient descent, in
single precision and one thread. Prints a table; ends with status 1 where NumPy is missing.
"""

import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

try:
    import numpy as np
except ImportError:
    sys.exit(1)
try:
    import torch
except ImportError:
    torch = None

RATE = 0.01
SIZES = {"mlp-tanh": [2, 64, 64, 1], "mlp-784": [784, 256, 10]}


def data(kind, batch):
    draw = np.random.default_rng(1)
    x = draw.standard_normal((batch, SIZES[kind][0])).astype(np.float32)
    if kind == "mlp-tanh":
        return x, draw.standard_normal((batch, 1)).astype(np.float32)
    return x, np.arange(batch) % 10


def numpy_step(kind, batch):
    x, y = data(kind, batch)
    draw = np.random.default_rng(2)
    sizes = SIZES[kind]
    weights = [
        (0.05 * draw.standard_normal(shape)).astype(np.float32) for shape in zip(sizes, sizes[1:])
    ]
    biases = [np.zeros(units, np.float32) for units in sizes[1:]]
    rate = np.float32(RATE / batch)
    rows = np.arange(batch)

    def step():
        values = [x]
        for w, b in zip(weights[:-1], biases[:-1]):
            z = values[-1] @ w + b
            values.append(np.tanh(z) if kind == "mlp-tanh" else np.maximum(z, 0))
        output = values[-1] @ weights[-1] + biases[-1]
        if kind == "mlp-tanh":
            slope = output - y
        else:
            slope = np.exp(output - output.max(1, keepdims=True))
            slope /= slope.sum(1, keepdims=True)
            slope[rows, y] -= 1
        for layer in reversed(range(len(weights))):
            h, w = values[layer], weights[layer]
            below = None
            if layer:
                below = slope @ w.T
                below *= 1 - h * h if kind == "mlp-tanh" else h > 0
            w -= rate * (h.T @ slope)
            biases[layer] -= rate * slope.sum(0)
            slope = below

    return step


def torch_step(kind, batch):
    torch.set_num_threads(1)
    nn = torch.nn
    x, y = (torch.from_numpy(array) for array in data(kind, batch))
    if kind == "mlp-tanh":
        net = nn.Sequential(nn.Linear(2, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 1))
        loss = nn.MSELoss()
    else:
        net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
        loss = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=RATE)

    def step():
        optimizer.zero_grad()
        loss(net(x), y).backward()
        optimizer.step()

    return step


def fastest(step, repeats):
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        step()
        best = min(best, time.perf_counter() - start)
    return best * 1e6


def main():
    print(f"{'row':14}{'NumPy':>12}{'PyTorch':>12}")
    for kind in SIZES:
        for batch in (64, 256):
            repeats = 1000 if kind == "mlp-tanh" else 100
            times = [f"{fastest(numpy_step(kind, batch), repeats):.1f} µs"]
            times.append(f"{fastest(torch_step(kind, batch), repeats):.1f} µs" if torch else "-")
            print(f"{kind + '-' + str(batch):14}" + "".join(f"{t:>12}" for t in times))


main()
