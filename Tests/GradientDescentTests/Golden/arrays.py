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


# What came later stands behind all others, so that those keep their draws.
LATER_UNARY = {
    "exp2": torch.exp2, "log2": torch.log2, "log10": torch.log10,
    "tan of a quarter": lambda x: torch.tan(x * 0.25),
    "softplus": lambda x: torch.logaddexp(x, torch.zeros_like(x)), "floor": torch.floor,
    "ceil": torch.ceil, "round": torch.round, "clamp": lambda x: x.clamp(min=-0.875),
    "with whole numbers": lambda x: 2 * x - 1 / x + 3 - x / 3,
}
LATER_ROW = {
    "softmax, first axis": lambda x: x.softmax(0),
    "logSoftmax, first axis": lambda x: x.log_softmax(0),
    "std": torch.std, "prod": torch.prod, "norm 1": lambda x: torch.linalg.vector_norm(x, 1),
    "norm 3, first axis": lambda x: torch.linalg.vector_norm(x, 3, dim=0),
    "norm 0": lambda x: torch.linalg.vector_norm(x, 0),
    "prod, first axis": lambda x: x.prod(0),
    "sorted": lambda x: x.sort(stable=True)[0], "T": lambda x: x.permute(*reversed(range(x.ndim))),
    "sorted, first axis, descending": lambda x: x.sort(dim=0, descending=True, stable=True)[0],
}


def replaced(x, assign):
    y = x.clone()
    assign(y)
    return y * x


def number(y):
    y[1, 2] = 7


def assignments(x, y, z):
    return ((x + y) * z - 2) / x


LATER_FIXED = {
    # Without nan, which PyTorch gives the slope 0 here, and nan in amax.
    "norm of infinity": (lambda x: torch.linalg.vector_norm(x, INF), [[s] for s in MATRICES]),
    "norm of -infinity, last axis": (lambda x: torch.linalg.vector_norm(x, -INF, dim=-1),
                                     [[s] for s in MATRICES]),
    "std, first axis": (lambda x: x.std(0, correction=0), [[s] for s in MATRICES]),
    "assignments": (assignments, [[[2, 3], [3], [2, 1]]]),
    "reshaped, open": (lambda x: x.reshape(3, -1), [[[4, 3]], [[2, 3, 2]]]),
    "reshape": (lambda x: x.reshape(-1, 2), [[[4, 3]], [[2, 3, 2]]]),
    "part 0": (lambda x: x[0], [[[4]], [[2, 3]], [[4, 5, 2]]]),
    "parts 1..<2": (lambda x: x[1:2], [[[4]], [[2, 3]], [[4, 5, 2]]]),
    "part 0..., 1": (lambda x: x[:, 1], [[[2, 3]], [[4, 5, 2]]]),
    "part ..<2, 1...": (lambda x: x[:2, 1:], [[[2, 3]], [[4, 5, 2]]]),
    "part 1, ..., 1...": (lambda x: x[1, :, 1:], [[[2, 3, 4]], [[4, 5, 2]]]),
    "row assigned": (lambda x, v: replaced(x, lambda y: y[1].copy_(v)), [[[3, 4], [4]]]),
    "number assigned": (lambda x, v: replaced(x, number) + v, [[[3, 4], []]]),
    "column assigned": (lambda x, v: replaced(x, lambda y: y[:, -1].copy_(v)), [[[3, 4, 2], [3, 2]]]),
    "block assigned": (lambda x, v: replaced(x, lambda y: y[1:, :3].copy_(v)), [[[3, 4], [3]]]),
    "inner block assigned": (lambda x, v: replaced(x, lambda y: y[1:, 1:3, :1].copy_(v)),
                             [[[3, 4, 2], [2, 1, 1]]]),
    "columns assigned": (lambda x, v: replaced(x, lambda y: y[:, 1:3].copy_(v)), [[[3, 4], [3, 2]]]),
    "for rows": (lambda x: torch.stack([row * row for row in x]), [[[3, 2]], [[1, 2, 2]]]),
    "dot": (torch.dot, [[[5], [5]]]),
    "matmul, vector on the left": (torch.matmul, [[[5], [5, 3]]]),
    "coordinate": (lambda x: x[2], [[[4]]]),
}


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
    yield from group(UNARY, BINARY, ROW, FIXED)
    yield from group(LATER_UNARY, {}, LATER_ROW, LATER_FIXED)


def group(unary, binary, row_functions, fixed):
    special = torch.tensor(SPECIAL, dtype=torch.float64)
    for name, function in unary.items():
        yield case(name, function, [special])
        yield case(name, function, [draws([3, 7])])
    pairs = torch.tensor(list(itertools.product(SPECIAL, SPECIAL)), dtype=torch.float64)
    for name, function in binary.items():
        yield case(name, function, [pairs[:, 0], pairs[:, 1]])
        for a, b in PAIRS:
            positive = torch.abs if name == "pow" else lambda x: x
            yield case(name, function, [positive(draws(a)), draws(b)])
            yield case(name, function, [positive(draws(b)), draws(a)])
    for name, function in row_functions.items():
        for row in ROWS:
            yield case(name, function, [torch.tensor(row, dtype=torch.float64)])
        for shape in ([4, 3], [2, 5, 3], [2, 1, 40]):
            yield case(name, function, [draws(shape)])
    for name, (function, lists) in fixed.items():
        for shapes in lists:
            yield case(name, function, [draws(shape) for shape in shapes])


random.seed(1)
path = pathlib.Path(__file__).with_name("arrays-golden.json")
lines = [json.dumps(item) for item in cases()]
path.write_text("[\n" + ",\n".join(lines) + "\n]\n")
print(len(lines), "cases,", torch.__version__)
