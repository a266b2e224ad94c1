// Arrays, numbers and their gradients.
extension ForeignIdiom {
  static let arrays: [ForeignIdiom] =
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

  static let numbers: [ForeignIdiom] =
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

  static let gradients: [ForeignIdiom] =
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
}
