"""Records arrays-golden.json: values and gradients of array operations, in float64, by PyTorch.

usage: python3 arrays.py        (needs torch)

Every case runs one operation of the test table `ArrayOperation` on given arrays. The gradients are
those of the sum of the results, each weighted: 1 + (k % 7) / 4 for the k-th element. What PyTorch
computes is taken as it is, for inf and nan too; how arrays broadcast is NumPy's rule in both.
"""

import itertools
import json
import pathlib
import random

import torch

INF, NAN = float("inf"), float("nan")
SPECIAL = [NAN, INF, -INF, 0.0, 1.0, -1.0, 2.5, -0.875, 1.25, 1e-8, -300.0, 800.0]
ROWS = [
    [NAN, 1.0, 2.0], [1.0, 1.0, 0.0], [2.0, NAN, 3.0], [-INF, 1.0, 2.0], [1.0, -INF, -INF],
    [1000.0, 999.0, -1000.0], [-1e300, 0.0, 0.0],
]


def places(x):
    shape = x.shape[:-1]
    index = torch.arange(shape.numel()) % x.shape[-1]
    return x.gather(-1, index.reshape(shape).unsqueeze(-1)).squeeze(-1)


UNARY = {
    "-": lambda x: -x, "exp": torch.exp, "expm1": torch.expm1, "log": torch.log,
    "log1p": torch.log1p, "sin": torch.sin, "cos": torch.cos, "tanh": torch.tanh,
    "sigmoid": torch.sigmoid, "erf": torch.erf, "relu": torch.relu, "abs": torch.abs,
    "sign": torch.sign, "square": torch.square, "squareRoot": torch.sqrt,
    "pow 0": lambda x: x**0, "pow 2": lambda x: x**2, "pow 3": lambda x: x**3,
    "pow -1": lambda x: x**-1, "pow 0.5": lambda x: x**0.5,
    "clip": lambda x: x.clamp(-0.875, 1.25),
    "maximum 1": lambda x: torch.maximum(x, torch.tensor(1.0, dtype=x.dtype)),
    "minimum 1": lambda x: torch.minimum(x, torch.tensor(1.0, dtype=x.dtype)),
    "with numbers": lambda x: 2 * x - 1 / x + 3 - x / 4,
}
BINARY = {
    "+": lambda a, b: a + b, "-, two": lambda a, b: a - b, "*": lambda a, b: a * b,
    "/": lambda a, b: a / b, "pow": torch.pow, "maximum": torch.maximum,
    "minimum": torch.minimum,
}
ROW = {
    "softmax": lambda x: x.softmax(-1), "logSoftmax": lambda x: x.log_softmax(-1),
    "max": lambda x: x.amax(), "max, first axis": lambda x: x.amax(0),
    "min, last axis": lambda x: x.amin(-1), "norm": lambda x: x.norm(),
    "norm, first axis": lambda x: x.norm(dim=0),
    "logSumExp": lambda x: x.flatten().logsumexp(0),
    "logSumExp, last axis": lambda x: x.logsumexp(-1),
    "sum": torch.sum, "mean": torch.mean, "variance": torch.var,
    "sum, first axis": lambda x: x.sum(0), "mean, first axis": lambda x: x.mean(0),
    "sum, last axis kept": lambda x: x.sum(-1, keepdim=True),
    "mean, all axes kept": lambda x: x.mean(tuple(range(x.ndim)), keepdim=True) if x.ndim else x * 1,
    "cumulativeSum, first axis": lambda x: x.cumsum(0),
    "cumulativeSum, last axis": lambda x: x.cumsum(-1),
}
THREE = [[2, 3, 4], [1, 5, 2]]
MATRICES = [[2, 3], [4, 5, 2], [3, 3]]
FIXED = {
    "where": (lambda a, b, c: torch.where(c > 0, a, b),
              [[[2, 3], [3], [2, 1]], [[], [4], [2, 1, 1]]]),
    "sum, outer axes": (lambda x: x.sum((0, 2)), [[s] for s in THREE]),
    "max, outer axes kept": (lambda x: x.amax((2, 0), keepdim=True), [[s] for s in THREE]),
    "variance, first axis": (lambda x: x.var(0, correction=0), [[s] for s in MATRICES]),
    "reshaped, flat": (torch.flatten, [[s] for s in MATRICES + [[]]]),
    "expandedDimensions": (lambda x: x.unsqueeze(-1), [[[3]], [[2, 3]]]),
    "squeezed": (torch.squeeze, [[[2, 1, 3]], [[1]], [[1, 4, 1]]]),
    "transposed": (lambda x: x.permute(*reversed(range(x.ndim))) if x.ndim else x * 1,
                   [[[]], [[3]], [[2, 3]], [[2, 3, 4]], [[2, 1, 3, 4]]]),
    "transposed, three axes": (lambda x: x.permute(2, 0, -2), [[s] for s in THREE]),
    "broadcast": (lambda x: x.broadcast_to(2, 3, 4), [[[3, 1]], [[]], [[1, 4]], [[2, 3, 4]]]),
    "rows": (lambda x: x[x.shape[0] // 2:], [[s] for s in MATRICES]),
    "row": (lambda x: x[-1], [[[4]], [[2, 3]], [[4, 5, 2]]]),
    "columns": (lambda x: x[:, 1:3], [[s] for s in MATRICES]),
    "column": (lambda x: x[:, 1], [[s] for s in MATRICES]),
    "sliced": (lambda x: x[..., 1:2], [[s] for s in THREE]),
    "take": (lambda x: x[[0, x.shape[0] - 1, 0]], [[s] for s in MATRICES]),
    "take, array": (lambda x: x[torch.tensor([[1, 0], [1, 1]])], [[[5, 2]], [[2]], [[3, 2, 2]]]),
    "pick": (places, [[[4, 3]], [[2, 3, 4]], [[5]], [[3, 1]]]),
    "concatenate": (lambda *x: torch.cat(x), [[[2, 3], [1, 3], [4, 3]]]),
    "concatenate, columns": (lambda *x: torch.cat(x, -1), [[[2, 3], [2, 0], [2, 1]]]),
    "stack": (lambda *x: torch.stack(x), [[[2, 3], [2, 3], [2, 3]]]),
    "stack, last axis": (lambda *x: torch.stack(x, -1), [[[2, 3], [2, 3]]]),
    "matmul": (torch.matmul, [[[3, 20], [20, 4]], [[1, 2], [2, 1]]]),
    "matmul, vector": (torch.matmul, [[[3, 5], [5]]]),
}
PAIRS = [([2, 3], [2, 3]), ([4, 3], [3]), ([4, 1], [3]), ([], [2, 2]), ([2, 1, 3], [4, 1]),
         ([2, 3], [1]), ([3, 1, 2, 1], [2, 1, 4])]


def draws(shape):
    return torch.tensor([random.gauss(0, 1.5) for _ in range(torch.Size(shape).numel())],
                        dtype=torch.float64).reshape(shape)


def text(tensor):
    return [repr(value) for value in tensor.flatten().tolist()]


def case(name, function, inputs):
    inputs = [x.clone().requires_grad_() for x in inputs]
    result = function(*inputs)
    weights = 1 + (torch.arange(result.numel()) % 7).to(torch.float64) / 4
    loss = (result * weights.reshape(result.shape)).sum()
    slopes = torch.autograd.grad(loss, inputs, allow_unused=True)
    return {
        "operation": name,
        "inputs": [{"shape": list(x.shape), "values": text(x.detach())} for x in inputs],
        "shape": list(result.shape), "values": text(result.detach()),
        "gradients": [text(torch.zeros_like(x) if slope is None else slope)
                      for x, slope in zip(inputs, slopes)],
    }


def cases():
    special = torch.tensor(SPECIAL, dtype=torch.float64)
    for name, function in UNARY.items():
        yield case(name, function, [special])
        yield case(name, function, [draws([3, 7])])
    pairs = torch.tensor(list(itertools.product(SPECIAL, SPECIAL)), dtype=torch.float64)
    for name, function in BINARY.items():
        yield case(name, function, [pairs[:, 0], pairs[:, 1]])
        for a, b in PAIRS:
            positive = torch.abs if name == "pow" else lambda x: x
            yield case(name, function, [positive(draws(a)), draws(b)])
            yield case(name, function, [positive(draws(b)), draws(a)])
    for name, function in ROW.items():
        for row in ROWS:
            yield case(name, function, [torch.tensor(row, dtype=torch.float64)])
        for shape in ([4, 3], [2, 5, 3], [2, 1, 40]):
            yield case(name, function, [draws(shape)])
    for name, (function, lists) in FIXED.items():
        for shapes in lists:
            yield case(name, function, [draws(shape) for shape in shapes])


random.seed(1)
path = pathlib.Path(__file__).with_name("arrays-golden.json")
lines = [json.dumps(item) for item in cases()]
path.write_text("[\n" + ",\n".join(lines) + "\n]\n")
print(len(lines), "cases,", torch.__version__)
