"""Times common operations on arrays of a million numbers in single precision with NumPy.

The operations are those of gradbook-bench's array-functions. Prints a line for each one: its name and
its shortest time in seconds; ends with status 1 where NumPy is missing.
"""

import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(1)

draw = np.random.default_rng(1)
x = draw.standard_normal(1_000_000).astype(np.float32)
y = draw.standard_normal(1_000_000).astype(np.float32)
positive = np.abs(x) + np.float32(0.01)
table = x.reshape(1000, 1000)
near = 1 + x * np.float32(1e-6)


def softmax():
    power = np.exp(table - table.max(axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)


JOBS = {
    "add": lambda: x + y, "multiply": lambda: x * y, "divide": lambda: x / positive,
    "sqrt": lambda: np.sqrt(positive), "exp": lambda: np.exp(x), "log": lambda: np.log(positive),
    "exp2": lambda: np.exp2(x), "log2": lambda: np.log2(positive),
    "log10": lambda: np.log10(positive), "tan": lambda: np.tan(x), "tanh": lambda: np.tanh(x),
    "softplus": lambda: np.logaddexp(x, np.float32(0)), "floor": lambda: np.floor(x),
    "round": lambda: np.round(x), "maximum": lambda: np.maximum(x, np.float32(0)),
    "clip": lambda: np.clip(x, -1, 1), "where": lambda: np.where(x > 0, x, y),
    "sum": lambda: x.sum(), "sum-rows": lambda: table.sum(axis=0),
    "sum-columns": lambda: table.sum(axis=1), "std": lambda: x.std(ddof=1),
    "prod": lambda: near.prod(), "norm-1": lambda: np.linalg.norm(x, 1), "dot": lambda: x.dot(y),
    "softmax": softmax, "transpose": lambda: table.T.copy(),
    "column": lambda: table[:, 7].copy(), "sort": lambda: np.sort(x),
    "argsort": lambda: np.argsort(x),
}

for name, job in JOBS.items():
    best = float("inf")
    for _ in range(20):
        start = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - start)
    print(name, best)
