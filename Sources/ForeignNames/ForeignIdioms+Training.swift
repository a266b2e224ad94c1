// Networks and their training.
extension ForeignIdiom {
  static let layers: [ForeignIdiom] =
    [
      .init("zero_grad", of: "Parameter", "write 'parameter.zeroGradient()'"),
      .init("numel", of: "Parameter", "write 'parameter.data.count'"),
      .init("shape", of: "Parameter", "write 'parameter.data.shape'"),
      .init("grad", of: "Parameter", "write 'parameter.gradient'"),
      .init("numpy", of: "Parameter", "write 'parameter.data.elements'"),
      .init("item", of: "Parameter", "write 'parameter.data.item()'"),
      .init("detach", of: "Parameter", "'parameter.data' is an array without a gradient"),
      .init("weight", of: "Sequential", "write '(net[0] as! Dense).weight'"),
      .init("bias", of: "Sequential", "write '(net[0] as! Dense).bias'"),
      .init("apply", of: "Sequential", "write 'for parameter in net.parameters'"),
      .init("weight", of: "Layer", "write '(net[0] as! Dense).weight', or 'net[0].parameters[0]'"),
      .init("bias", of: "Layer", "write '(net[0] as! Dense).bias', or 'net[0].parameters[1]'"),
      .init("append", of: "Sequential", "write 'net.add(Dense(1))'"),
      .init("extend", of: "Sequential", "write 'net.add(Dense(1))'"),
      .init("add_module", of: "Sequential", "write 'net.add(Dense(1))'"),
      .init("requires_grad", "leave a parameter out of the trainer to keep it as it is"),
    ]
    + group(
      ["set_data", "setData", "fill_", "copy_", "uniform_", "normal_", "fill", "assign"],
      of: "Parameter",
      "write 'parameter.data = NDArray([[1, 2]])'")
    + group(
      ["named_parameters", "torch.nn.Module.named_modules", "torch.nn.Module.named_children"],
      "each has its name: 'for p in net.parameters { print(p.name, p.data.shape) }'")
    + group(
      ["parameter_count", "count_params", "num_parameters", "parametersCount"],
      "'print(net)' says it, or 'net.parameters.map(\\.data.count).reduce(0, +)'")
    + group(
      ["get_weights", "set_weights", "trainable_variables", "trainable_weights"],
      "write 'net.parameters'; each has its 'data'")
    + group(["predict"], "call the network itself: 'net(x)'")
    + group(
      [
        "torch.save", "torch.load", "numpy.save", "numpy.savez", "pickle.dump", "pickle.load",
        "save", "save_parameters", "load_parameters", "save_weights", "load_weights",
      ],
      "nothing is written to files: 'let state = net.state' keeps a network's state, 'net.load(state)' sets it"
    )
    + group(
      [
        "torch.nn.ELU", "torch.nn.SiLU", "torch.nn.SELU", "torch.nn.Mish", "torch.nn.Hardtanh",
        "torch.nn.Hardswish", "torch.nn.Hardsigmoid", "torch.nn.PReLU", "torch.nn.CELU",
        "torch.nn.Softsign",
      ],
      "there is no such layer; 'ReLU', 'LeakyReLU', 'GELU', 'Tanh' and 'Sigmoid' are here")
    + group(["torch.nn.Softplus"], "there is no such layer; 'softplus(x)' is a function")
    + group(
      [
        "torch.nn.RNN", "torch.nn.LSTM", "torch.nn.GRU", "torch.nn.Transformer",
        "torch.nn.MultiheadAttention", "torch.nn.ConvTranspose2d", "torch.nn.Conv1d",
      ],
      "there is no such layer; 'Dense', 'Conv2D', 'Embedding' and normalizations are here")
    + group(
      ["torch.nn.Identity", "torch.nn.ModuleList"], "write 'Sequential()'")
    + group(
      ["sklearn.preprocessing.StandardScaler", "sklearn.preprocessing.MinMaxScaler"],
      "write '(x - x.mean(axis: 0)) / x.std(axis: 0)'")

  static let training: [ForeignIdiom] =
    [
      .init(
        "step", of: "OnPlateau",
        "write 'trainer.learningRate = plateau.rate(trainer.learningRate, after: loss)'"),
      .init("step", of: "Schedule", "nothing to call: 'Trainer(…, schedule: schedule)' follows it"),
      .init(
        "zero_grad", of: "Trainer",
        "seldom needed: each 'record' starts anew; else 'net.zeroGradients()'"),
      .init("torch.optim.lr_scheduler.ChainedScheduler", "schedules are multiplied: 'a * b'"),
      .init(
        "torch.optim.lr_scheduler.CosineAnnealing",
        "write 'StepSchedule.cosine(from: 0.1, to: 0, over: 100)'"),
      .init(
        "compile",
        "there is nothing to compile: 'Trainer(net.parameters, SGD(learningRate: 0.1))' and a loop"),
      .init("evaluate", "write 'accuracy(net(x), labels)', or the loss itself"),
      .init("keras.callbacks.EarlyStopping", "there is none: leave the loop with 'break'"),
      .init(
        "keras.callbacks.ModelCheckpoint",
        "keep 'net.state' of the best epoch, and 'net.load' it at the end"),
      .init(
        "torch.utils.tensorboard.SummaryWriter",
        "'show(LossCurve(losses))' draws what you collect in an array"),
      .init(
        "torch.nn.utils.parameters_to_vector",
        "write 'NDArray.concatenate(net.parameters.map { $0.data.flattened() })'"),
      .init("MAELoss", "write 'L1Loss()'; it has one value for each example: 'loss(p, y).mean()'"),
    ]
    + group(
      ["param_groups", "paramGroups"],
      "write 'trainer.learningRate', or 'ParameterGroup' for rates of their own")
    + group(
      ["get_last_lr", "getLastLR", "get_lr"], "write 'trainer.learningRate', or 'schedule(step)'")
    + group(
      [
        "CosineSimilarityLoss", "torch.nn.CosineSimilarity", "torch.nn.TripletMarginLoss",
        "TripletLoss",
        "torch.nn.CosineEmbeddingLoss",
        "torch.nn.HingeEmbeddingLoss", "torch.nn.MarginRankingLoss", "torch.nn.CTCLoss",
      ],
      "there is no such loss here")
    + group(
      ["torch.optim.SparseAdam", "keras.optimizers.Ftrl"],
      "there is no such optimizer; 'Adam' is here")

  static let data: [ForeignIdiom] =
    [
      .init("features", of: "ArrayDataset", "write 'dataset.data'"),
      .init("targets", of: "ArrayDataset", "write 'dataset.labels'"),
      .init("len", of: "ArrayDataset", "write 'dataset.count'"),
      .init(
        "sklearn.model_selection.train_test_split",
        "write 'dataset.split(testing: 0.2, using: &random)'"),
      .init("sklearn.datasets.make_blobs", "write 'ArrayDataset.blobs(100, using: &random)'"),
      .init(
        "sklearn.datasets.make_regression",
        "write 'ArrayDataset.linearRegression', see 'gradbook api linearRegression'"),
      .init(
        "sklearn.datasets.make_moons", "'ArrayDataset.spirals' and 'ArrayDataset.blobs' are here"),
      .init("sklearn.metrics.accuracy_score", "write 'accuracy(predictions, labels)'"),
    ]
    + group(
      [
        "torchvision.datasets.MNIST", "torchvision.datasets.CIFAR10",
        "torchvision.datasets.FashionMNIST",
        "sklearn.datasets.load_iris", "sklearn.datasets.load_digits",
        "torchvision.transforms.ToTensor",
      ],
      "nothing is fetched: declare a file with the block option 'data', or take one of 'ArrayDataset.blobs', 'spirals', 'sineWave'"
    )
    + group(
      [
        "sklearn.metrics.confusion_matrix", "sklearn.metrics.r2_score", "sklearn.metrics.f1_score",
        "sklearn.metrics.precision_score", "sklearn.metrics.recall_score",
      ],
      "there is none; 'accuracy(predictions, labels)' is here")
}
