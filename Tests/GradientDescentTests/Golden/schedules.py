"""Writes schedules.json and lbfgs.json: learning rates and L-BFGS runs of PyTorch, in float64.

python3 schedules.py        needs torch, and optax for the warm-up with a cosine
"""

import json
import math
import pathlib
import warnings

import jax
import optax
import torch
from torch.optim import lr_scheduler as S

warnings.simplefilter("ignore")
jax.config.update("jax_enable_x64", True)
torch.set_default_dtype(torch.float64)
folder = pathlib.Path(__file__).parent
TIMES = 24


def rates(make):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8, momentum=0.9)
    schedule = make(optimizer)
    result = []
    for _ in range(TIMES):
        result.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return result


SCHEDULES = {
    "constant": lambda o: S.ConstantLR(o, factor=1.0, total_iters=3),
    "step every 4 by 0.3": lambda o: S.StepLR(o, 4, 0.3),
    "step every 1 by 0.9": lambda o: S.StepLR(o, 1, 0.9),
    "multiStep at 3, 3, 11 by 0.5": lambda o: S.MultiStepLR(o, [3, 3, 11], 0.5),
    "exponential by 0.8": lambda o: S.ExponentialLR(o, 0.8),
    "exponential by 1.1": lambda o: S.ExponentialLR(o, 1.1),
    "linear 0.1 to 0.6 over 7": lambda o: S.LinearLR(o, 0.125, 0.75, 7),
    "polynomial over 9 power 1": lambda o: S.PolynomialLR(o, 9, 1.0),
    "polynomial over 15 power 0.5": lambda o: S.PolynomialLR(o, 15, 0.5),
    "cosine over 10 to 0.05": lambda o: S.CosineAnnealingLR(o, 10, 0.05),
    "cosine over 7": lambda o: S.CosineAnnealingLR(o, 7),
    "restarts 3": lambda o: S.CosineAnnealingWarmRestarts(o, 3),
    "restarts 2 growing 3 to 0.1": lambda o: S.CosineAnnealingWarmRestarts(o, 2, 3, 0.1),
    "inverse time 0.3": lambda o: S.LambdaLR(o, lambda t: 1 / (1 + 0.3 * t)),
    "one cycle": lambda o: S.OneCycleLR(o, 0.8, total_steps=TIMES + 1),
    "one cycle linear": lambda o: S.OneCycleLR(
        o, 0.8, total_steps=TIMES + 1, anneal_strategy="linear", pct_start=0.4
    ),
    "one cycle in three": lambda o: S.OneCycleLR(
        o, 0.8, total_steps=TIMES + 1, three_phase=True, div_factor=10.0, final_div_factor=100.0
    ),
    "cyclic every 8": lambda o: S.CyclicLR(o, 0.1, 0.8, step_size_up=4, cycle_momentum=False),
    "cyclic every 6 falling": lambda o: S.CyclicLR(
        o, 0.1, 0.8, step_size_up=2, step_size_down=4, mode="triangular2", cycle_momentum=False
    ),
    "inverse square root": lambda o: S.LambdaLR(o, lambda t: 1 / math.sqrt(t + 1)),
    # Hugging Face's get_inverse_sqrt_schedule(optimizer, 5).
    "inverse square root after 5": lambda o: S.LambdaLR(
        o, lambda t: t / 5 if t < 5 else 1 / math.sqrt(t / 5)
    ),
    "cosine over 20 with 5 to 0.05": lambda o: S.LambdaLR(
        o, lambda t: float(optax.warmup_cosine_decay_schedule(0.0, 0.8, 5, 20, 0.05)(t)) / 0.8
    ),
    "exponential with warm-up": lambda o: S.ChainedScheduler(
        [S.ExponentialLR(o, 0.9), S.LinearLR(o, 0.25, 1.0, 4)]
    ),
    "join": lambda o: S.SequentialLR(
        o, [S.LinearLR(o, 0.25, 1.0, 4), S.ExponentialLR(o, 0.9), S.CosineAnnealingLR(o, 12)], [4, 12]
    ),
}

LOSSES = [5.0, 4.0, 4.0, 3.9999, 4.1, 4.0, 3.0, 3.0, 3.1, 3.2, 3.3, 2.9999, 2.9, 2.95, 2.91, 2.9]
LOSSES += [2.9, 2.9, 2.9, 2.9, 2.8, float("nan"), float("nan"), 2.8, 2.9]


def plateau(**options):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.8)
    schedule = S.ReduceLROnPlateau(optimizer, **options)
    result = []
    for loss in LOSSES:
        optimizer.step()
        schedule.step(loss)
        result.append(optimizer.param_groups[0]["lr"])
    return result


PLATEAUS = [
    {"patience": 2, "factor": 0.5},
    {"patience": 0, "factor": 0.9, "threshold": 0.01},
    {"patience": 1, "factor": 0.1, "cooldown": 3, "min_lr": 0.01},
    {"patience": 1, "factor": 0.5, "eps": 0.15},
]


def rosenbrock(p):
    return 100 * (p[1] - p[0] ** 2) ** 2 + (1 - p[0]) ** 2


def quadratic(p):
    return (torch.arange(1.0, 6.0) * (p - 0.5) ** 2).sum() / 2


def lbfgs(function, start, calls, **options):
    p = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.LBFGS([p], **options)
    points, losses, evaluations = [], [], []

    def closure():
        optimizer.zero_grad()
        loss = function(p)
        loss.backward()
        return loss

    for _ in range(calls):
        losses.append(float(optimizer.step(closure)))
        points.append(p.detach().tolist())
        evaluations.append(optimizer.state[p]["func_evals"])
    return {"losses": losses, "points": points, "evaluations": evaluations}


R, Q = (rosenbrock, [-1.2, 1.0]), (quadratic, [3.0, -1.0, 2.0, 0.0, 1.0])
LBFGS = {
    "rosenbrock wolfe": lbfgs(*R, 6, max_iter=4, line_search_fn="strong_wolfe"),
    "rosenbrock wolfe history 3": lbfgs(*R, 3, history_size=3, line_search_fn="strong_wolfe"),
    "rosenbrock wolfe single": lbfgs(*R, 20, max_iter=1, max_eval=25, line_search_fn="strong_wolfe"),
    "quadratic fixed": lbfgs(*Q, 3, max_iter=3),
    "quadratic fixed slow": lbfgs(*Q, 8, max_iter=2, lr=0.3),
    "quadratic wolfe": lbfgs(*Q, 3, max_iter=3, lr=0.7, line_search_fn="strong_wolfe"),
}

golden = {
    "rates": {name: rates(make) for name, make in SCHEDULES.items()},
    "losses": [str(loss) for loss in LOSSES],
    "plateaus": [plateau(**options) for options in PLATEAUS],
}
(folder / "schedules.json").write_text(json.dumps(golden, indent=0) + "\n")
(folder / "lbfgs.json").write_text(json.dumps(LBFGS, indent=0) + "\n")
print(torch.__version__)
