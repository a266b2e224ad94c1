"""Writes optimizers.json: where PyTorch's optimizers go, in float64, for many settings.

python3 optimizers.py        needs torch, and optax for the rules that torch lacks; what both lack, and
                             Muon, which is bfloat16 in torch, is here

Problems, each one or more arrays:
  bowl        0.1 x^2 + 2 y^2 from (-5, -2)
  regression  mean of (X W + b - Y)^2 / 2, W [3, 2] and b [2]; one column of X is zero, so one row of
              W has a gradient of exactly zero
  kink        |x| + x^2 / 4 + (y - 1)^2 / 2 from (3, 4): a slope that jumps, with signs that flip
"""

import json
import math
import pathlib

import jax
import numpy
import optax
import torch

jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)
STEPS = [1, 2, 3, 5, 10, 20, 50]

X = [[1.0, 0.0, -2.0], [0.5, 0.0, 1.5], [-1.0, 0.0, 0.25], [2.0, 0.0, 1.0]]
Y = [[1.0, -1.0], [2.0, 0.5], [-0.5, 3.0], [0.0, 1.0]]


def start(problem):
    if problem == "bowl":
        return [torch.tensor([-5.0, -2.0])]
    if problem == "kink":
        return [torch.tensor([3.0, 4.0])]
    return [torch.tensor([[0.5, -0.25], [1.5, 2.0], [-1.0, 0.75]]), torch.tensor([0.25, -0.5])]


def value(problem, p):
    if problem == "bowl":
        return 0.1 * p[0][0] ** 2 + 2 * p[0][1] ** 2
    if problem == "kink":
        x, y = p[0][0], p[0][1]
        return x.abs() + x * x / 4 + (y - 1) ** 2 / 2
    return (torch.tensor(X) @ p[0] + p[1] - torch.tensor(Y)).square().sum() / 8


class Lion(torch.optim.Optimizer):
    """Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2."""

    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        b1, b2 = group["betas"]
        for p in group["params"]:
            m = self.state[p].setdefault("m", torch.zeros_like(p))
            direction = torch.sign(b1 * m + (1 - b1) * p.grad) + group["weight_decay"] * p
            p -= group["lr"] * direction
            m.copy_(b2 * m + (1 - b2) * p.grad)


class Muon(torch.optim.Optimizer):
    """torch.optim.Muon in the parameter's own precision; vectors go to Adam as in PyTorch's example."""

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True, ns_steps=5):
        params = list(params)
        super().__init__([p for p in params if p.ndim == 2], dict(lr=lr))
        self.rule = (weight_decay, momentum, nesterov, ns_steps)
        vectors = [p for p in params if p.ndim != 2]
        self.others = torch.optim.AdamW(vectors, lr=3e-4, weight_decay=0) if vectors else None

    @torch.no_grad()
    def step(self):
        decay, momentum, nesterov, steps = self.rule
        group = self.param_groups[0]
        for p in group["params"]:
            m = self.state[p].setdefault("m", torch.zeros_like(p))
            m.copy_(momentum * m + (1 - momentum) * p.grad)
            u = momentum * m + (1 - momentum) * p.grad if nesterov else m
            tall = p.shape[0] > p.shape[1]
            z = u.T if tall else u
            z = z / max(float(z.norm()), 1e-7)
            for _ in range(steps):
                gram = z @ z.T
                z = 3.4445 * z + (-4.775 * gram + 2.0315 * gram @ gram) @ z
            p *= 1 - group["lr"] * decay
            p -= group["lr"] * math.sqrt(max(1, p.shape[0] / p.shape[1])) * (z.T if tall else z)
        if self.others:
            self.others.step()


class AcceleratedGradient(torch.optim.Optimizer):
    """Nesterov, A method of solving a convex programming problem, 1983, with (t - 1) / (t + 2)."""

    def __init__(self, params, lr=0.01):
        super().__init__(params, dict(lr=lr))
        self.t = 0

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        self.t += 1
        for p in group["params"]:
            new = p - group["lr"] * p.grad
            old = self.state[p].get("x", new)
            self.state[p]["x"] = new
            p.copy_(new + (self.t - 1) / (self.t + 2) * (new - old))


class Optax(torch.optim.Optimizer):
    """A rule of optax, its learning rate left to the group; coupled weight decay comes first."""

    def __init__(self, params, rule, lr, weight_decay=0.0):
        super().__init__(params, dict(lr=lr, weight_decay=weight_decay))
        self.rule = rule
        self.memory = rule.init(self.arrays())

    def arrays(self):
        return [jax.numpy.array(p.detach().numpy()) for p in self.param_groups[0]["params"]]

    @torch.no_grad()
    def step(self):
        group = self.param_groups[0]
        gradients = [
            jax.numpy.array((p.grad + group["weight_decay"] * p).numpy()) for p in group["params"]
        ]
        updates, self.memory = self.rule.update(gradients, self.memory, self.arrays())
        for p, u in zip(group["params"], updates):
            p += group["lr"] * torch.tensor(numpy.array(u))


def AdaBelief(params, lr=1e-3, betas=(0.9, 0.999), eps=1e-16, weight_decay=0.0):
    return Optax(params, optax.adabelief(1.0, *betas, eps=eps, eps_root=eps), lr, weight_decay)


def Yogi(params, lr=1e-2, betas=(0.9, 0.999), eps=1e-3, weight_decay=0.0):
    return Optax(params, optax.yogi(1.0, *betas, eps=eps), lr, weight_decay)


def LAMB(params, lr=1e-3, betas=(0.9, 0.999), eps=1e-6, weight_decay=0.0):
    rule = optax.lamb(1.0, *betas, eps=eps, weight_decay=weight_decay)
    return Optax(params, rule, lr)


def run(name, options, problem, halve_after):
    params = [p.requires_grad_() for p in start(problem)]
    kind = globals().get(name) or getattr(torch.optim, name)
    optimizer = kind(params, **options)
    points = []
    for step in range(1, STEPS[-1] + 1):
        for p in params:
            p.grad = None
        value(problem, params).backward()
        optimizer.step()
        if step == halve_after:
            optimizer.param_groups[0]["lr"] *= 0.5
        if step in STEPS:
            points.append([float(v) for p in params for v in p.detach().flatten()])
    return points


SETTINGS = {
    "SGD": [
        {"lr": 0.1},
        {"lr": 0.1, "weight_decay": 0.3},
        {"lr": 0.1, "momentum": 0.8},
        {"lr": 0.05, "momentum": 0.9, "dampening": 0.9},
        {"lr": 0.05, "momentum": 0.9, "nesterov": True},
        {"lr": 0.05, "momentum": 0.7, "weight_decay": 0.2, "dampening": 0.3},
        {"lr": 0.05, "momentum": 0.7, "weight_decay": 0.2, "nesterov": True},
        {"lr": 0.05, "dampening": 0.5},
    ],
    "Adagrad": [
        {},
        {"lr": 0.5},
        {"lr": 0.5, "lr_decay": 0.2, "weight_decay": 0.1},
        {"lr": 0.5, "initial_accumulator_value": 0.3},
        {"lr": 0.5, "eps": 0.01},
    ],
    "RMSprop": [
        {},
        {"lr": 0.05, "alpha": 0.9},
        {"lr": 0.05, "alpha": 0.8, "eps": 0.05},
        {"lr": 0.02, "momentum": 0.8},
        {"lr": 0.02, "centered": True},
        {"lr": 0.02, "centered": True, "momentum": 0.7, "weight_decay": 0.1},
        {"lr": 0.02, "weight_decay": 0.4},
    ],
    "Adadelta": [
        {},
        {"lr": 0.5},
        {"lr": 20.0, "rho": 0.8},
        {"lr": 10.0, "rho": 0.95, "eps": 1e-4, "weight_decay": 0.1},
    ],
    "Adam": [
        {},
        {"lr": 0.1},
        {"lr": 0.1, "betas": [0.5, 0.9]},
        {"lr": 0.1, "betas": [0.0, 0.9]},
        {"lr": 0.1, "eps": 0.1},
        {"lr": 0.1, "weight_decay": 0.2},
        {"lr": 0.3, "betas": [0.9, 0.6], "amsgrad": True},
        {"lr": 0.3, "betas": [0.9, 0.6], "amsgrad": True, "weight_decay": 0.1},
    ],
    "AdamW": [
        {},
        {"lr": 0.1},
        {"lr": 0.1, "weight_decay": 0.5},
        {"lr": 0.3, "betas": [0.8, 0.7], "amsgrad": True, "weight_decay": 0.1},
    ],
    "Adamax": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.9]},
        {"lr": 0.1, "eps": 0.1, "weight_decay": 0.2},
    ],
    "NAdam": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.95]},
        {"lr": 0.1, "momentum_decay": 0.5},
        {"lr": 0.1, "weight_decay": 0.2, "eps": 0.01},
        {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True},
    ],
    "RAdam": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.95]},
        {"lr": 0.1, "betas": [0.8, 0.6]},
        {"lr": 0.1, "weight_decay": 0.2, "eps": 0.01},
        {"lr": 0.1, "weight_decay": 0.2, "decoupled_weight_decay": True},
    ],
    "Rprop": [
        {},
        {"lr": 0.5},
        {"lr": 0.1, "etas": [0.3, 1.5]},
        {"lr": 0.1, "step_sizes": [0.05, 0.2]},
    ],
    "ASGD": [
        {},
        {"lr": 0.1, "t0": 5},
        {"lr": 0.1, "lambd": 0.1, "alpha": 0.5, "t0": 0},
        {"lr": 0.1, "weight_decay": 0.3},
    ],
    "Lion": [{}, {"lr": 0.1}, {"lr": 0.1, "betas": [0.5, 0.8], "weight_decay": 0.3}],
    "AcceleratedGradient": [{}, {"lr": 0.1}],
    "AdaBelief": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.95]},
        {"lr": 0.1, "eps": 0.01},
        {"lr": 0.1, "weight_decay": 0.2, "eps": 1e-8},
    ],
    "Yogi": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.9]},
        {"lr": 0.1, "eps": 0.1, "weight_decay": 0.2},
    ],
    "LAMB": [
        {},
        {"lr": 0.1, "betas": [0.8, 0.95]},
        {"lr": 0.05, "weight_decay": 0.3, "eps": 0.01},
    ],
    "Adafactor": [
        {"lr": 0.5},
        {"lr": 0.1, "beta2_decay": -0.5},
        {"lr": 0.2, "d": 1.25, "weight_decay": 0.3},
        {"lr": 0.2, "eps": [0.05, 0.5]},
    ],
    "Muon": [
        {},
        {"lr": 0.02, "momentum": 0.8},
        {"lr": 0.02, "nesterov": False, "weight_decay": 0.0},
        {"lr": 0.02, "ns_steps": 3},
    ],
}

rows = []
for name, settings in SETTINGS.items():
    for options in settings:
        for problem in ["regression"] if name == "Muon" else ["bowl", "regression", "kink"]:
            # One row in three changes its learning rate on the way.
            halve_after = 10 if problem == "regression" and name != "ASGD" else 0
            rows.append(
                {
                    "optimizer": name,
                    "options": {k: v if isinstance(v, list) else [float(v)] for k, v in options.items()},
                    "problem": problem,
                    "halveAfter": halve_after,
                    "steps": STEPS,
                    "points": run(name, options, problem, halve_after),
                }
            )

text = "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"
pathlib.Path(__file__).with_name("optimizers.json").write_text(text)
print(len(rows), "rows, torch", torch.__version__)
