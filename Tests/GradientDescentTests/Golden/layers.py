"""Writes layers.json: values and gradients of layers and losses by PyTorch in float64.

usage: python3 layers.py > layers.json

Gradients are those of the sum of the outputs, each times its weight in "weights". Numbers that are
not finite are written as the texts "nan", "inf" and "-inf".
"""
import json
import math

import torch

torch.set_default_dtype(torch.float64)
torch.manual_seed(4)
f = torch.nn.functional
NAN, INF = math.nan, math.inf


def plain(tensor):
    numbers = tensor.detach().reshape(-1).tolist()
    return [x if math.isfinite(x) else "nan" if x != x else "inf" if x > 0 else "-inf"
            for x in numbers]


def layer(name, module, *inputs, training=True, steps=1):
    """Calls with each input in turn; recorded is the last one."""
    for parameter in module.parameters():
        parameter.data = torch.randn_like(parameter)
    first = [plain(p) for p in module.parameters()]
    module.train()
    for x in inputs[:-1]:
        module(x)
    module.train(training)
    x = inputs[-1].clone()
    if x.is_floating_point():
        x.requires_grad_()
    y = module(x)
    weights = torch.randn_like(y)
    (y * weights).sum().backward()
    row = {
        "name": name, "inputs": [{"shape": list(i.shape), "elements": plain(i)} for i in inputs],
        "training": training, "parameters": first, "weights": plain(weights),
        "shape": list(y.shape), "output": plain(y),
        "gradient": plain(x.grad) if x.is_floating_point() else None,
        "parameterGradients": [plain(p.grad) for p in module.parameters()]}
    if isinstance(module, torch.nn.BatchNorm1d):
        row["runningMean"] = plain(module.running_mean)
        row["runningVariance"] = plain(module.running_var)
    return row


def loss(name, function, predictions, labels):
    """Gluon's way: the mean over all axes but the first."""
    p = predictions.clone().requires_grad_()
    each = function(p)
    per_example = each.reshape(each.shape[0], -1).mean(1)
    weights = torch.randn_like(per_example)
    (per_example * weights).sum().backward()
    return {
        "name": name, "predictions": {"shape": list(p.shape), "elements": plain(p)},
        "labels": {"shape": list(labels.shape), "elements": plain(labels.double())},
        "weights": plain(weights), "losses": plain(per_example), "gradient": plain(p.grad)}


def layer_rows():
    n = torch.nn
    edges = torch.tensor([[0.0, -0.0, 1e-300, -1e-300, 30, -30], [INF, -INF, NAN, 700, -700, 1e-8]])
    for name, module in [
            ("relu", n.ReLU()), ("leaky 0.01", n.LeakyReLU()), ("leaky 0.3", n.LeakyReLU(0.3)),
            ("sigmoid", n.Sigmoid()), ("tanh", n.Tanh()), ("gelu", n.GELU())]:
        yield layer(name, module, 2 * torch.randn(3, 5))
        yield layer(name, module, edges)
    yield layer("softmax", n.Softmax(dim=-1), torch.randn(4, 3))
    yield layer("softmax", n.Softmax(dim=-1), torch.randn(2, 3, 5))
    yield layer("softmax", n.Softmax(dim=-1), torch.tensor(
        [[1000.0, 0, -1000], [1, -INF, 2], [0, NAN, 0], [1, INF, 0]]))
    yield layer("flatten", n.Flatten(), torch.randn(2, 3, 4))
    yield layer("embedding 5 3", n.Embedding(5, 3), torch.tensor([4, 0, 4, 1]))
    yield layer("embedding 5 3", n.Embedding(5, 3), torch.tensor([[4, 0], [2, 2], [4, 4]]))
    yield layer("layernorm", n.LayerNorm(5), 3 * torch.randn(4, 5) + 1)
    yield layer("layernorm", n.LayerNorm(40), torch.randn(2, 3, 40))
    yield layer("layernorm", n.LayerNorm(3), torch.tensor([[2.0, 2, 2], [1, NAN, 2], [1e100, 0, 1]]))
    yield layer("batchnorm", n.BatchNorm1d(3), 2 * torch.randn(6, 3) + 1)
    yield layer("batchnorm", n.BatchNorm1d(3), *(2 * torch.randn(5, 3) + i for i in range(4)))
    yield layer("batchnorm", n.BatchNorm1d(2), torch.randn(3, 2, 4), torch.randn(4, 2, 3))
    yield layer("batchnorm", n.BatchNorm1d(3), torch.randn(6, 3), torch.randn(4, 3), training=False)
    yield layer("batchnorm", n.BatchNorm1d(3), torch.randn(4, 3), training=False)
    yield layer("batchnorm", n.BatchNorm1d(2), torch.tensor([[1.0, 2], [INF, 2], [NAN, 2]]))


def image_rows():
    n = torch.nn
    image = lambda *shape: torch.randn(shape)
    yield layer("conv 4 3 1 0", n.Conv2d(2, 4, 3), image(3, 2, 5, 6))
    yield layer("conv 3 3 1 1", n.Conv2d(1, 3, 3, padding=1), image(2, 1, 8, 8))
    yield layer("conv 2 5 2 2", n.Conv2d(3, 2, 5, stride=2, padding=2), image(2, 3, 7, 6))
    yield layer("conv 5 1 3 0", n.Conv2d(2, 5, 1, stride=3), image(2, 2, 7, 5))
    yield layer("conv 20 2 1 3", n.Conv2d(2, 20, 2, padding=3), image(1, 2, 3, 3))
    yield layer("maxpool 2 2 0", n.MaxPool2d(2), image(2, 3, 4, 5))
    yield layer("maxpool 3 2 1", n.MaxPool2d(3, 2, 1), image(2, 1, 6, 7))
    yield layer("maxpool 2 1 0", n.MaxPool2d(2, 1), torch.tensor(
        [[[[1.0, 1, 0], [1, NAN, 2], [0, -INF, 2]]]]))
    yield layer("avgpool 2 2 0", n.AvgPool2d(2), image(2, 3, 4, 5))
    yield layer("avgpool 3 2 1", n.AvgPool2d(3, 2, 1), image(2, 1, 6, 7))
    yield layer("globalavgpool", n.Sequential(n.AdaptiveAvgPool2d(1), n.Flatten()), image(2, 3, 4, 5))


def loss_rows():
    shapes = [(5,), (4, 1), (3, 4), (2, 3, 4)]
    for shape in shapes:
        p, y = 2 * torch.randn(shape), torch.randn(shape)
        signs = torch.where(torch.randn(shape) > 0, 1.0, -1.0)
        chances = torch.rand(shape)
        yield loss("l1", lambda p: f.l1_loss(p, y, reduction="none"), p, y)
        yield loss("l2", lambda p: f.mse_loss(p, y, reduction="none") / 2, p, y)
        for delta in (1, 0.4):
            yield loss(f"huber {delta}",
                       lambda p: f.huber_loss(p, y, reduction="none", delta=delta), p, y)
        yield loss("binary", lambda p: f.binary_cross_entropy_with_logits(
            p, chances, reduction="none"), p, chances)
        yield loss("logistic", lambda p: f.soft_margin_loss(p, signs, reduction="none"), p, signs)
        yield loss("hinge 1", lambda p: torch.relu(1 - signs * p), p, signs)
        yield loss("hinge 0.5", lambda p: torch.relu(0.5 - signs * p), p, signs)
        yield loss("squaredhinge", lambda p: torch.relu(1 - signs * p) ** 2, p, signs)
    for shape in shapes[2:]:
        p = 2 * torch.randn(shape)
        classes = torch.randint(shape[-1], shape[:-1])
        shares = torch.softmax(torch.randn(shape), -1)
        last = lambda p: p.movedim(-1, 1)
        yield loss("softmax", lambda p: f.cross_entropy(
            last(p), classes, reduction="none"), p, classes)
        yield loss("softmax", lambda p: f.cross_entropy(
            last(p), last(shares), reduction="none"), p, shares)
        width = math.prod(shape[1:])
        yield loss("kl", lambda p: width * f.kl_div(
            p, shares, reduction="none"), torch.log_softmax(p, -1), shares)
    wild = torch.tensor([[1000.0, -1000, 0], [1, -INF, 2], [NAN, 0, 0], [40, 0, 0]])
    classes = torch.tensor([1, 0, 1, 0])
    yield loss("softmax", lambda p: f.cross_entropy(p, classes, reduction="none"), wild, classes)
    edges = torch.tensor([800.0, -800, 40, -40, 0, NAN, INF, -INF])
    ones = torch.ones(8)
    yield loss("binary", lambda p: f.binary_cross_entropy_with_logits(
        p, 0 * ones, reduction="none"), edges, 0 * ones)
    yield loss("binary", lambda p: f.binary_cross_entropy_with_logits(
        p, ones[:6], reduction="none"), edges[:6], ones[:6])
    yield loss("l1", lambda p: f.l1_loss(p, ones[:5], reduction="none"), edges[:5], ones[:5])
    yield loss("l1", lambda p: f.l1_loss(p, ones[:2], reduction="none"), edges[6:], ones[6:])
    yield loss("huber 1", lambda p: f.huber_loss(p, ones, reduction="none"), edges, ones)
    yield loss("hinge 1", lambda p: torch.relu(1 - ones * p), edges, ones)
    zero = torch.tensor([[0.0, 1, 0], [0.5, 0.5, 0]])
    yield loss("kl", lambda p: 3 * f.kl_div(p, zero, reduction="none"), torch.log_softmax(
        torch.randn(2, 3), -1), zero)


def written(rows):
    return ",\n".join(json.dumps(row) for row in rows)


if __name__ == "__main__":
    layers, losses = written(layer_rows()), written(loss_rows())
    print('{"layers": [\n' + layers + ",\n" + written(image_rows()) + '\n],\n"losses": [\n' + losses
          + "\n]}")
