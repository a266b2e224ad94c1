"""Writes numpy-printing.json beside this file: arrays and how NumPy prints them.

usage: python3 numpy-printing.py        (NumPy 2.3 or later: before, float32 took powers from 1e8 on)
"""
import json
import pathlib

import numpy as np

rng = np.random.default_rng(0)
nan, inf = float("nan"), float("inf")
arrays = [
    [2.00122356, -3.40042353], [[2.00122356, -3.40042353]], [1.0], [1.0, 2.5, -3.25], [0.0, 0.0],
    [0.1, 0.2, 0.3], [1e-5, 1.0], [1e8, 1.0], [1e7, 1.0], [1e-4, 1e-2], [123456789.0, 0.5],
    [nan, 1.0, -inf], [nan, nan], [inf, inf], [-inf, 1.5], [1e300, 1e-300], [1 / 3, 2 / 3, 1.0],
    [[1.0, 2.0], [3.0, 4.0]], [[1.5, nan], [inf, -2.0]], [[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]],
    [100.0, 0.5], [-1e-10, 1e-10], [999999.99999999, 1.0], [0.99999999999, 1.0], 3.5, 1e-7, nan, 4.0, 1e17,
]
arrays = [np.array(a) for a in arrays]
arrays += [rng.normal(size=s) * 10.0 ** p for s in [(5,), (30,), (4, 3), (2, 3, 2), (12, 20)] for p in [-6, 0, 3]]
arrays += [np.arange(1001.0), np.arange(2400.0).reshape(40, 60), rng.normal(size=(8, 200))]

# Beyond rank 3, without elements, long axes shortened at every rank.
arrays += [rng.normal(size=(2, 1, 3, 2)), np.zeros((0,)), np.zeros((0, 3)), np.zeros((2, 0)), np.ones((1, 1, 1, 1))]
arrays += [np.arange(1000.0), np.arange(1200.0).reshape(10, 5, 24), rng.normal(size=(7, 2, 9, 9)), np.full((1500, 1), nan)]
# Zeros of both signs; infinities and nan among numbers with and without powers of ten.
arrays += [np.array(a) for a in [
    -0.0, 0.0, inf, -inf, [-0.0], [0.0, -0.0, 1.5], [[-0.0, 2.0], [nan, -inf]], [nan, 1e-12], [-inf, 1e300, 1.0],
    [inf, -1e-7, nan], [0.0, 1e-171, -0.0], [1e-200, 1e-5], [1e216, -inf, 0.0],
]]
# The least and the largest numbers, and both sides of every limit for powers of ten.
arrays += [np.array(a) for a in [
    [1e-4, 1e8], [9.9999e-5, 1.0], [1e-4, 0.1], [1e-4, 0.1001], [999999.0, 999.9], [1e6, 1e4], [1234567.5, 54321.0],
    [99999999.0, 1e6], [1e8, 1e6], [5e-324, 1.0], [1.7976931348623157e308, 1.0], [1e-45, 3.4e38], [1e-38, 1e-40],
    999999.0, 1e6, 1234567.5, 9.9e15, 1e16, 0.0001, 9.9999e-5, 0.0016526992197500561, 1e-310, 1.7976931348623157e308,
    123456.789, -20130881536.0, 1 / 3,
]]
arrays += [10.0 ** rng.uniform(-3, 5, size=20), rng.normal(size=(3, 4)) * 10.0 ** rng.integers(-300, 300, size=(3, 4))]
values = [0.0, -0.0, 1.0, 1e-4, 9.99e-5, 1e8, 0.1, 1e16, 123456789.123, nan, inf, -inf]
arrays += [rng.choice(values, size=s) for s in [(6,), (17,), (3, 5), (2, 3, 3), (2, 2, 2, 3)] for _ in range(4)]

cases = []
for array in arrays:
    for dtype in ["float32", "float64"]:
        with np.errstate(over="ignore"):
            typed = array.astype(dtype)
        cases.append({
            "dtype": dtype,
            "shape": list(typed.shape),
            "elements": [repr(float(x)) for x in typed.reshape(-1)],
            "text": str(typed),
        })
out = pathlib.Path(__file__).with_suffix(".json")
out.write_text(json.dumps(cases, indent=0) + "\n")
