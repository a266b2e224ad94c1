"""Writes networks.json: networks trained by PyTorch in float64, for NetworkTests.swift.

usage: python3 networks.py > networks.json

Weights and data follow a rule that both sides compute exactly: number i of stream s is
u = SplitMix64(s, i) / 2^53, in [0, 1). Recorded: the mean loss of every step, a digest of every
parameter at the end, and what the network predicts for the first examples, in evaluation mode.
"""
import json
import math

import torch

torch.set_default_dtype(torch.float64)
MASK = (1 << 64) - 1
EXAMPLES = 96


def uniform(stream, index):
    z = (stream * 0x632BE59BD9B4E019 + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return ((z ^ (z >> 31)) >> 11) * 2.0**-53


def uniforms(stream, *shape):
    count = math.prod(shape)
    return torch.tensor([uniform(stream, i) for i in range(count)]).reshape(shape)


def layer(text, inputs):
    """A layer and the number of its outputs."""
    kind, *numbers = text.split()
    if kind == "dense":
        units = int(numbers[0])
        return torch.nn.Linear(inputs, units), units
    if kind == "embedding":
        count, dimension = map(int, numbers)
        return torch.nn.Embedding(count, dimension), dimension
    if kind == "flatten":
        return torch.nn.Flatten(), int(numbers[0])
    simple = {
        "relu": torch.nn.ReLU, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh,
        "gelu": torch.nn.GELU, "leaky": lambda: torch.nn.LeakyReLU(float(numbers[0])),
        "batchnorm": lambda: torch.nn.BatchNorm1d(inputs),
        "layernorm": lambda: torch.nn.LayerNorm(inputs),
        "logsoftmax": lambda: torch.nn.LogSoftmax(dim=-1),
        "softmax": lambda: torch.nn.Softmax(dim=-1),
    }
    return simple[kind](), inputs


def network(texts, inputs, stream):
    layers = []
    for text in texts:
        made, inputs = layer(text, inputs)
        layers.append(made)
    net = torch.nn.Sequential(*layers)
    place = 0
    for parameter in net.parameters():
        values = [2 * uniform(stream, place + i) - 1 for i in range(parameter.numel())]
        place += parameter.numel()
        spread = 1 / math.sqrt(parameter.shape[1]) if parameter.dim() == 2 else 0.5
        parameter.data = (torch.tensor(values) * spread).reshape(parameter.shape)
    return net


def data(kind, features, outputs, stream):
    """Inputs and labels of the kind that a loss takes."""
    if kind.startswith("words"):
        x = torch.floor(uniforms(stream, EXAMPLES, features) * 7)
        return x, torch.remainder(x[:, 0] + x[:, 1], 3)
    x = 2 * uniforms(stream, EXAMPLES, features) - 1
    first, second = x[:, 0], x[:, 1]
    if kind == "numbers":
        y = torch.stack([first * second + (j + 1) * first * first - 0.5 for j in range(outputs)], 1)
    elif kind == "classes":
        y = (first > 0).double() + (second > first).double()
    elif kind == "signs":
        y = torch.where(first * second > 0, 1.0, -1.0).reshape(-1, 1)
    elif kind == "chances":
        y = uniforms(stream + 1, EXAMPLES, outputs)
    else:
        weights = uniforms(stream + 1, EXAMPLES, outputs)
        y = weights / weights.sum(1, keepdim=True)
    return x, y


def losses(name, p, y):
    """One loss for each example, as PyTorch's own functions give it where there is one."""
    f = torch.nn.functional
    if name == "softmax":
        return f.cross_entropy(p, y.long() if y.dim() == 1 else y, reduction="none")
    each = {
        "l1": lambda: f.l1_loss(p, y, reduction="none"),
        "l2": lambda: f.mse_loss(p, y, reduction="none") / 2,
        "huber": lambda: f.huber_loss(p, y, reduction="none", delta=0.3),
        "logistic": lambda: f.softplus(-y * p),
        "binary": lambda: f.binary_cross_entropy_with_logits(p, y, reduction="none"),
        "hinge": lambda: torch.relu(1 - y * p),
        "squaredhinge": lambda: torch.relu(1 - y * p) ** 2,
        "kl": lambda: f.kl_div(p, y, reduction="none") * p.shape[1],
    }[name]()
    return each.mean(1)


def train(case, stream):
    net = network(case["layers"], case["features"], stream)
    x, y = data(case["labels"], case["features"], case["outputs"], stream + 1000)
    inputs = x.long() if case["labels"].startswith("words") else x
    optimizer = torch.optim.SGD(
        net.parameters(), lr=case["learningRate"], momentum=case["momentum"])
    history = []
    for step in range(200):
        rows = [(step * case["batch"] + i) % EXAMPLES for i in range(case["batch"])]
        loss = losses(case["loss"], net(inputs[rows]), y[rows]).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.item())
    net.eval()
    digests = []
    for parameter in net.parameters():
        flat = parameter.detach().reshape(-1)
        digests.append({
            "count": flat.numel(), "sum": flat.sum().item(), "squares": flat.dot(flat).item(),
            "samples": flat[::97].tolist()})
    return dict(
        case, stream=stream, losses=history, parameters=digests,
        predictions=net(inputs[:5]).detach().reshape(-1).tolist())


def case(name, layers, loss, labels, features=2, outputs=1, rate=0.05, momentum=0, batch=16):
    return {
        "name": name, "layers": layers.split(", "), "loss": loss, "labels": labels,
        "features": features, "outputs": outputs, "learningRate": rate, "momentum": momentum,
        "batch": batch}


CASES = [
    case("tanh regression", "dense 64, tanh, dense 64, tanh, dense 1", "l2", "numbers", batch=32),
    case("tanh regression with momentum", "dense 64, tanh, dense 64, tanh, dense 1", "l2",
         "numbers", momentum=0.9, batch=32, rate=0.02),
    case("softmax classifier", "dense 16, relu, dense 3", "softmax", "classes", outputs=3,
         rate=0.2),
    case("linear softmax classifier", "dense 3", "softmax", "classes", outputs=3, rate=0.5),
    case("distributions", "dense 8, tanh, dense 4", "softmax", "shares", outputs=4, rate=0.3),
    case("ReLU and Huber", "dense 12, relu, dense 12, relu, dense 2", "huber", "numbers",
         outputs=2, rate=0.1),
    case("LeakyReLU and L1", "dense 10, leaky 0.2, dense 3", "l1", "numbers", outputs=3),
    case("GELU and binary cross-entropy", "dense 10, gelu, dense 2", "binary", "chances",
         outputs=2, rate=0.2),
    case("sigmoid and logistic", "dense 8, sigmoid, dense 1", "logistic", "signs", rate=0.5,
         momentum=0.5),
    case("LayerNorm and hinge", "dense 12, layernorm, tanh, dense 1", "hinge", "signs"),
    case("BatchNorm and squared hinge", "dense 12, batchnorm, relu, dense 1", "squaredhinge",
         "signs"),
    case("BatchNorm of the input", "batchnorm, dense 9, tanh, batchnorm, dense 2", "l2",
         "numbers", features=4, outputs=2, momentum=0.8, rate=0.02),
    case("KL divergence", "dense 6, gelu, dense 5, logsoftmax", "kl", "shares", outputs=5,
         rate=0.2),
    case("softmax inside", "dense 6, softmax, dense 2", "l2", "numbers", outputs=2, rate=0.2),
    case("embedded words", "embedding 7 4, flatten 12, dense 3", "softmax", "words", features=3,
         outputs=3, rate=0.3, momentum=0.9, batch=8),
]

if __name__ == "__main__":
    print("[")
    print(",\n".join(json.dumps(train(c, 10 * i + 1)) for i, c in enumerate(CASES)))
    print("]")
