// A line for each name, or for several with one answer, in the order of the book.
extension ForeignIdiom {
  private static func group(_ names: [String], of type: String? = nil, _ hint: String)
    -> [ForeignIdiom]
  {
    names.map { ForeignIdiom($0, of: type, hint) }
  }

  /// All entries, in the order of the book.
  public static let table: [ForeignIdiom] =
    arrays + numbers + gradients + layers + training + data + charts + python

  private static let arrays: [ForeignIdiom] =
    [
      .init(
        "size", of: "NDArray", "'x.count' is the number of elements, 'x.shape' has the lengths"),
      .init("length", of: "NDArray", "write 'x.count', or 'x.shape[0]' for the rows of an array"),
      .init("all", of: "NDArray", "'x.elements.allSatisfy { $0 > 0 }' asks all of its numbers"),
      .init("any", of: "NDArray", "'x.elements.contains { $0 > 0 }' asks for one of its numbers"),
      .init(
        "numpy.vstack",
        "write 'NDArray.stack([a, b], axis: 0)' for arrays of one axis, else 'NDArray.concatenate([a, b], axis: 0)'"
      ),
      .init("hybridize", "there is nothing to compile: leave it out"),
      .init(
        "numpy.hstack",
        "write 'NDArray.concatenate([a, b], axis: 1)', with 'axis: 0' for arrays of one axis"),
      .init("numpy.column_stack", "write 'NDArray.stack([a, b], axis: 1)'"),
      .init("numpy.diff", "write 'x[1...] - x[..<(x.count - 1)]'"),
      .init("numpy.newaxis", "write 'x.expandedDimensions(axis: 0)'"),
      .init(
        "numpy.set_printoptions",
        "an array prints itself; 'x.item().fixed(3)' is a number with three decimals"),
      .init("topk", "there is no 'topk': 'x.sorted()', or 'x.argsort()' for the places"),
      .init("argpartition", "there is no 'argpartition': 'x.argsort()' has all places in order"),
      .init("numpy.unique", "write 'Set(x.elements).sorted()'"),
      .init("fill", of: "NDArray", "an array is a value: 'x = NDArray.full(x.shape, 0)'"),
      .init("fill_", of: "NDArray", "an array is a value: 'x = NDArray.full(x.shape, 0)'"),
      .init("zero_", of: "NDArray", "an array is a value: 'x = NDArray.zeros(x.shape)'"),
      .init(
        "int", of: "NDArray", "arrays hold float32 or float64; 'Int(x.item())' is a whole number"),
      .init(
        "long", of: "NDArray", "arrays hold float32 or float64; 'Int(x.item())' is a whole number"),
      .init("double", of: "NDArray", "write 'x.asType(.float64)'"),
      .init("fixed", of: "NDArray", "of an array's only element: 'x.item().fixed(3)'"),
      .init("formatted", "'x.fixed(3)' writes a number with three decimals"),
      .init("torch.bmm", "'a.matmul(b)' multiplies two matrices"),
      .init(
        "torch.roll", "write 'NDArray.concatenate([x[(x.count - 1)...], x[..<(x.count - 1)]])'"),
      .init("torch.Tensor.unfold", "there is none; 'Conv2D' has its own windows"),
      .init("masked_fill", "write 'NDArray.where(x .> 0, NDArray(1), x)'"),
      .init("is_leaf", "an array with 'attachGradient()' is one"),
      .init("numpy.histogram", "'show(Histogram(x.elements))' counts and draws"),
      .init(
        "numpy.logspace", "write 'NDArray.linspace(-3, 0, count: 4).elements.map { pow(10, $0) }'"),
      .init("mxnet.nd.waitall", "nothing is computed later: leave it out"),
      .init("mxnet.nd.random_normal", "write 'NDArray.normal([2, 3], using: random)'"),
      .init("numpy.meshgrid", "a contour plot takes the function itself: 'ContourPlot'"),
      .init("numpy.vectorize", "write 'x.map', or the function of arrays itself"),
      .init("append", of: "NDArray", "an array keeps its length: collect numbers in '[Double]'"),
      .init("data", of: "NDArray", "an array is its numbers: leave '.data' out"),
      .init("div", of: "NDArray", "write 'a / b'"),
      .init("sub", of: "NDArray", "write 'a - b'"),
      .init("neg", of: "NDArray", "write '-a'"),
      .init("list", "write 'Array(xs)'; an array's numbers are 'x.elements'"),
      .init("numpy.linalg.lstsq", "there is none: minimize a squared loss, as chapter 3 does"),
    ]
    + group(["numpy.outer", "torch.outer", "torch.ger"], "write 'a.reshape(-1, 1) * b'")
    + group(["numpy.inner", "torch.inner", "numpy.vdot"], "write '(a * b).sum()'")
    + group(["numpy.trace", "torch.trace"], "write '(x * .eye(x.shape[0])).sum()'")
    + group(
      ["numpy.diag", "torch.diag", "numpy.diagonal", "torch.diagonal"],
      "'.eye(2) * a' has the numbers of 'a' on its diagonal; that of 'x' is '(x * .eye(2)).sum(axis: 1)'"
    )
    + group(
      ["numpy.tril", "torch.tril", "numpy.triu", "torch.triu"],
      "there is none: multiply by an array of ones and zeros")
    + group(["is_cuda", "is_sparse"], "leave it out: all arrays are in the processor's memory")
    + group(
      ["jax.lax.stop_gradient", "tensorflow.stop_gradient", "NDArray.stopGradient"],
      "write 'x.detached()'")
    + group(
      ["numpy.tile", "numpy.repeat", "torch.Tensor.repeat", "torch.tile"],
      "write 'NDArray.concatenate([x, x])'")
    + group(
      ["torch.flip", "numpy.flip", "numpy.flipud", "numpy.fliplr"],
      "rows in reverse are 'x.take(Array((0..<x.shape[0]).reversed()))'")
    + group(
      ["torch.split", "torch.chunk", "numpy.split", "numpy.array_split"],
      "a part of an array is 'x[0..<2]', the rest 'x[2...]'")
    + group(
      ["torch.nonzero", "numpy.nonzero", "numpy.argwhere"],
      "write 'x.elements.indices.filter { x.elements[$0] != 0 }'")
    + group(
      ["numpy.cumprod", "torch.cumprod", "numpy.polyfit", "numpy.trapz", "numpy.interp"],
      "there is none: write a loop over 'x.elements'")
    + group(
      ["numpy.allclose", "torch.allclose", "numpy.isclose", "NDArray.isClose"],
      "write '(a - b).abs().max().item() < 1e-6'")
    + group(
      ["numpy.array_equal", "torch.equal"], "write 'a.elements == b.elements'")
    + group(
      ["torch.nn.functional.one_hot", "keras.utils.to_categorical"],
      "rows of the identity: 'NDArray.eye(10).take([3, 1])'")
    + group(
      ["torch.isnan", "numpy.isnan", "NDArray.isNaN", "torch.isfinite", "numpy.isfinite"],
      "'x.elements.contains { $0.isNaN }' asks for one of its numbers; of one number: 'x.isNaN'")
    + group(
      ["numpy.median", "torch.median", "numpy.percentile", "numpy.quantile", "torch.quantile"],
      "there is none: take an element of 'x.sorted()'")
    + group(
      [
        "numpy.linalg.inv", "torch.linalg.inv", "NDArray.inverse", "numpy.linalg.solve",
        "torch.linalg.solve",
      ],
      "there is no inverse; 'solveByConjugateGradients' solves a system")
    + group(
      [
        "numpy.linalg.eig", "numpy.linalg.eigh", "numpy.linalg.eigvals", "numpy.linalg.eigvalsh",
        "numpy.linalg.svd", "numpy.linalg.det", "numpy.linalg.qr", "numpy.linalg.cholesky",
        "torch.linalg.eigvalsh", "torch.linalg.svd", "numpy.linalg.cond", "numpy.linalg.pinv",
        "numpy.linalg.matrix_rank", "torch.linalg.cholesky", "torch.linalg.det",
      ], "there is no such decomposition here")
    + group(
      ["numpy.einsum", "torch.einsum", "numpy.tensordot"],
      "there is none: write it with 'matmul', products and sums over an axis")
    + group(
      ["NDArray.clone", "numpy.copy", "NDArray.copy", "copy.deepcopy", "copy.copy"],
      "an array is a value: 'let y = x' keeps its numbers")
    + group(
      ["torch.as_tensor", "torch.from_numpy", "tensorflow.constant", "numpy.asarray"],
      "write 'NDArray([1, 2])'")
    + group(
      [
        "torch.device", "torch.cuda", "torch.Tensor.cuda", "torch.Tensor.cpu", "NDArray.device",
        "mxnet.cpu", "mxnet.gpu", "torch.backends", "torch.Tensor.to",
      ],
      "there are no devices: an array is in the processor's memory; 'x.asType(.float64)' changes the type"
    )
    + group(
      ["numpy.float32", "torch.float32", "torch.float"],
      "the type of an array's numbers is '.float32'")
    + group(
      ["numpy.float64", "torch.float64", "torch.double"],
      "the type of an array's numbers is '.float64'")
    + group(
      [
        "DType.int32", "DType.int64", "DType.float16", "DType.bfloat16", "DType.bool", "DType.int",
        "DType.uint8", "torch.int64", "torch.long", "torch.int32", "torch.bool", "numpy.int32",
        "numpy.int64",
      ],
      "arrays hold '.float32' or '.float64'")

  private static let numbers: [ForeignIdiom] =
    group(["numpy.pi", "torch.pi", "math.pi"], "write 'Double.pi'")
    + group(["numpy.e", "math.e"], "write 'exp(1.0)'")
    + group(["numpy.inf", "torch.inf", "math.inf"], "write 'Double.infinity'")
    + group(["numpy.nan", "torch.nan", "math.nan"], "write 'Double.nan'")
    + group(
      [
        "random.random", "random.uniform", "random.gauss", "random.randint", "random.choice",
        "random.sample", "random.shuffle", "random.seed", "random",
      ],
      "'var random = RandomGenerator(seed: 1)' makes a generator; then 'random.uniform()', 'random.normal()', 'random.choices(3, of: xs, replacing: false)'"
    )
    + [
      .init(
        "random", of: "RandomGenerator", "write 'random.uniform()'"),
      .init(
        "numpy.random.randint",
        "write 'random.integers(3, in: 0..<10)' with 'var random = RandomGenerator(seed: 1)'"),
      .init(
        "numpy.random.rand",
        "write 'NDArray.uniform([2, 3], using: random)' with 'let random = RandomGenerator(seed: 1)'"
      ),
      .init("math", "'sqrt', 'exp' and 'log' are there without a module"),
      .init("statistics", "write 'NDArray(xs).mean()' and 'NDArray(xs).std()'"),
    ]

  private static let gradients: [ForeignIdiom] =
    [
      .init("with", "there is no 'with': 'record { … }' and 'noGradient { … }' take a closure"),
      .init("grad", "write 'gradient(of: f, at: x)'; of an array with a gradient: 'x.gradient'"),
      .init("jax.value_and_grad", "write 'gradient(of: f, at: x)', and 'f(x)' for the value"),
      .init("jax.jit", "there is nothing to compile: call the function"),
      .init("jax.vmap", "operations on arrays work on all rows at once"),
      .init("torch.autograd.set_detect_anomaly", "write 'stopOnNaN: true' in 'Trainer'"),
      .init("mxnet.autograd.is_training", "'trainMode { … }' and 'predictMode { … }' set it"),
    ]
    + group(
      ["retain_grad", "NDArray.requiresGrad"],
      "call 'attachGradient()' on the array before 'record'")

  private static let layers: [ForeignIdiom] =
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

  private static let training: [ForeignIdiom] =
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

  private static let data: [ForeignIdiom] =
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

  private static let charts: [ForeignIdiom] =
    [
      .init("matplotlib.pyplot.yscale", "write 'yScale: .log' in the chart"),
      .init("matplotlib.pyplot.xscale", "write 'xScale: .log' in the chart"),
      .init(
        "matplotlib.pyplot.loglog", "write 'LineChart(x: x, y: y, xScale: .log, yScale: .log)'"),
      .init(
        "matplotlib.pyplot.legend",
        "lines have their names: 'LineChart([(\"sgd\", a), (\"adam\", b)])'"),
      .init("matplotlib.pyplot.ylabel", "write 'yLabel:' in the chart"),
      .init("matplotlib.pyplot.savefig", "nothing is saved: 'show(chart)' puts it into the page"),
      .init("matplotlib.pyplot.contourf", "write 'ContourPlot', see 'gradbook api ContourPlot'"),
      .init("matplotlib.pyplot.errorbar", "write 'BandChart', see 'gradbook api BandChart'"),
      .init(
        "matplotlib.pyplot.quiver",
        "there are no arrows; 'ContourPlot' with a trajectory shows a descent"),
      .init(
        "matplotlib.pyplot.boxplot", "there is none; 'Histogram' and 'BandChart' show a spread"),
      .init("seaborn.heatmap", "write 'HeatMap', see 'gradbook api HeatMap'"),
      .init("seaborn.scatterplot", "write 'ScatterPlot(x: x, y: y)'"),
      .init("seaborn.lineplot", "write 'LineChart(x: x, y: y)'"),
      .init("seaborn.histplot", "write 'Histogram(values)'"),
      .init(
        "seaborn", "'LineChart', 'ScatterPlot', 'HeatMap' and 'Histogram' draw; then 'show(chart)'"),
      .init("pandas.DataFrame", "write 'Table', see 'gradbook api Table'"),
      .init("pandas.read_csv", "declare the file with the block option 'data'"),
      .init("pandas", "'Table' shows rows; a file is declared with the block option 'data'"),
      .init("display", "write 'show(chart)' or 'print(x)'"),
    ]
    + group(
      ["matplotlib.pyplot.xlim", "matplotlib.pyplot.ylim"],
      "a chart's range is its axis's: 'Axis(label: \"x\", domain: 0...1)'")
    + group(
      [
        "matplotlib.pyplot.grid", "matplotlib.pyplot.figure", "matplotlib.pyplot.colorbar",
        "matplotlib.pyplot.tight_layout", "matplotlib.pyplot.style", "Figure", "figsize",
      ],
      "leave it out: the page lays a chart out; 'show(LineChart(losses))' shows one")
    + group(
      ["matplotlib.pyplot.text", "matplotlib.pyplot.annotate"],
      "there is no free text in a chart: lines, points and marks have labels")
    + group(
      ["matplotlib.axes.plot_surface", "matplotlib.axes.plot_wireframe"],
      "there are no surfaces: 'ContourPlot' shows a function of two variables")
    + group(
      ["matplotlib.axes", "matplotlib.figure"],
      "'show(LineChart(x: x, y: y))' draws without axes or figures of its own")

  private static let python: [ForeignIdiom] =
    [
      .init("enumerate", "write 'for (i, x) in xs.enumerated()'"),
      .init("zip_longest", "write 'zip(a, b)'"),
      .init("next", "write 'Array(loader)[0]'"),
      .init("iter", "a loop takes the value itself: 'for batch in loader'"),
      .init("tqdm", "write 'progress(i, of: n)' in the loop"),
      .init("format", "'x.fixed(3)' writes a number with three decimals"),
      .init("elif", "write 'else if'"),
      .init("and", "write '&&'"),
      .init("or", "write '||'"),
      .init("not", "write '!'"),
      .init("from", "leave the import out: arrays, optimizers and charts are there without one"),
      .init("pass", "leave it out: '{ }' may be empty"),
      .init("isinstance", "write 'x is Dense'"),
      .init("type", "write 'type(of: x)'"),
      .init(
        "input",
        "a block reads nothing from a keyboard; 'knob(\"rate\", default: 0.1, in: 0.01...1)' is a slider"
      ),
      .init("os", "a block has no files but those that it declares with the option 'data'"),
      .init("open", "a block has no files but those that it declares with the option 'data'"),
    ]
    + group(
      ["time.time", "time.perf_counter", "time"],
      "write 'ContinuousClock().measure { … }'; what differs from run to run does not belong in a page"
    )
    + group(
      ["Date", "datetime"], "a page has no date: what differs from run to run does not belong in it"
    )
}
