@testable import GradientDescent

/// For each operation of the engine, the row of a table by which its first and second gradients are tried.
///
/// A new operation is a row of `ArrayOperation.all`, or a layer's or a loss's row, and a line here.
enum OperationTable {
  static let arrays = [
    "Addition": "+", "Subtraction": "-, two", "Product": "*", "Quotient": "/", "Negation": "-",
    "Square": "square", "SquareRoot": "squareRoot", "ExpFunction": "exp", "Expm1Function": "expm1",
    "LogFunction": "log", "Log1pFunction": "log1p", "SinFunction": "sin", "CosFunction": "cos",
    "TanhFunction": "tanh", "SigmoidFunction": "sigmoid", "ErfFunction": "erf",
    "Exp2Function": "exp2", "Log2Function": "log2", "Log10Function": "log10",
    "TanFunction": "tan of a quarter", "SoftplusFunction": "softplus", "Rounding": "floor",
    "ReLUFunction": "relu", "AbsFunction": "abs", "SignFunction": "sign",
    "MaximumFunction": "maximum", "MinimumFunction": "minimum", "PowFunction": "pow",
    "Clip": "clip", "Choice": "where", "SoftmaxRule": "softmax", "LogSoftmaxRule": "logSoftmax",
    "Total": "sum", "AxisSum": "sum, first axis", "Extreme": "max", "Variance": "variance",
    "StandardDeviation": "std", "Norm": "norm", "LogSumExp": "logSumExp", "ProductOfRow": "prod",
    "RunningSum": "cumulativeSum, first axis", "Copy": "reshaped, flat", "Repetition": "broadcast",
    "TransposedAxes": "transposed", "Cut": "rows", "Insertion": "row assigned",
    "Gathering": "take", "Seam": "concatenate", "MatMul": "matmul", "InnerProduct": "dot",
    "Coordinate": "coordinate",
  ]

  /// Operations of layers, by the layer's row.
  static let layers = [
    "LeakyReLUFunction": "LeakyReLU", "GaussianUnit": "GELU", "Lookup": "Embedding",
    "RowNormalization": "LayerNorm", "ChannelNormalization": "BatchNorm in training",
    "DenseProduct": "Dense", "Convolution": "Conv2D", "Largest": "MaxPool2D",
    "WindowMean": "AvgPool2D",
  ]

  /// Operations of losses, by the loss's row.
  static let losses = [
    "AbsoluteError": "L1Loss", "HalfSquaredError": "L2Loss", "HuberTerm": "HuberLoss",
    "BinaryCrossEntropyTerm": "BinaryCrossEntropyLoss", "LogisticTerm": "LogisticLoss",
    "HingeTerm": "HingeLoss", "DivergenceTerm": "KLDivergenceLoss",
    "ClassTerm": "SoftmaxCrossEntropyLoss of classes",
    "CrossEntropyTerm": "SoftmaxCrossEntropyLoss of shares",
  ]

  /// Operations that gradients of gradients consist of, or that are tried by tests of their own.
  static let others: Set = ["Scattering", "Tie", "Steps", "PlainFunction"]

  /// Operations without a gradient.
  static let constant: Set = [
    "Greater", "Less", "GreaterOrEqual", "LessOrEqual", "Equal", "NotEqual", "ExtremePlace",
  ]
}
