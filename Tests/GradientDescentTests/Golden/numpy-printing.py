"""Writes numpy-printing.json beside this file: arrays and how NumPy prints them.

usage: python3 numpy-printing.py        (NumPy 2)
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
