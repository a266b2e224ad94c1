/// An argument's label of another framework, and ours.
public struct ForeignLabel: Hashable, Sendable {
  /// The label as it is written there: `weight_decay`.
  public let label: String
  /// The framework that it comes from.
  public let framework: ForeignName.Framework
  /// What to write here, in code or in words: `weightDecay:`.
  public let ours: String
  /// The calls in which it means this; empty for all.
  public let calls: [String]

  init(
    _ framework: ForeignName.Framework, _ label: String, in calls: [String] = [], _ ours: String
  ) {
    (self.framework, self.label, self.calls, self.ours) = (framework, label, calls, ours)
  }

  /// Returns the entry for a label, whatever the case of its letters, with underscores or without.
  /// - Parameter call: what is called, if that is known
  public static func entry(for label: String, in call: String? = nil) -> ForeignLabel? {
    let wanted = essence(label)
    let found = table.filter { essence($0.label) == wanted }
    return found.first { entry in call.map { entry.calls.contains($0) } ?? false }
      ?? found.first { $0.calls.isEmpty }
  }

  /// What to write instead of a label, in words.
  /// - Parameter label: the label as it stands there
  public func hint(for label: String) -> String {
    if ours.hasPrefix("nothing") { return "leave '\(label)' out" + ours.dropFirst(7) }
    if ours.hasPrefix("'"), ours.dropFirst().firstIndex(of: "'") == ours.indices.last {
      return "\(framework.rawValue)'s '\(label)' is \(ours) here"
    }
    return "instead of \(framework.rawValue)'s '\(label)': \(ours)"
  }

  private static func essence(_ label: String) -> String {
    String(label.lowercased().filter { $0 != "_" })
  }

  private static let weighing =
    "nothing: multiply the losses of the examples, '(loss(p, y) * w).mean()'"
  private static let named =
    "a name for each line: 'LineChart([(\"sgd\", a), (\"adam\", b)])'"

  /// A line for each label.
  public static let table: [ForeignLabel] = [
    .init(.pyTorch, "lr", "'learningRate:'"),
    .init(.pyTorch, "weight_decay", "'weightDecay:'"),
    .init(.pyTorch, "beta1", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.pyTorch, "beta2", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.keras, "beta_1", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.keras, "beta_2", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.optax, "b1", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.optax, "b2", "both of them: 'betas: (0.9, 0.999)'"),
    .init(.pyTorch, "eps", "'epsilon:'"),
    .init(.pyTorch, "dim", "'axis:'"),
    .init(.pyTorch, "dims", "'axes:'"),
    .init(.pyTorch, "keepdim", "'keepDimensions:'"),
    .init(.numPy, "keepdims", "'keepDimensions:'"),
    .init(.pyTorch, "batch_size", "'batchSize:'"),
    .init(.pyTorch, "step_size", "'every:', the number of steps between two changes"),
    .init(.pyTorch, "gamma", "'factor:'"),
    .init(.pyTorch, "T_max", "'over:', the number of steps"),
    .init(.pyTorch, "total_steps", "'over:', the number of steps"),
    .init(.optax, "decay_steps", "'over:', the number of steps"),
    .init(.optax, "init_value", "'from:', the first rate"),
    .init(.optax, "end_value", "'to:', the last rate"),
    .init(
      .pyTorch, "warmup", "a schedule: 'StepSchedule.linearWarmUp(to:over:)', joined with another"),
    .init(
      .optax, "warmup_steps",
      "a schedule: 'StepSchedule.linearWarmUp(to:over:)', joined with another"),
    .init(.pyTorch, "in_features", "'inputs:'; it can be left out"),
    .init(.gluon, "in_units", "'inputs:'; it can be left out"),
    .init(.keras, "input_dim", "'inputs:'; it can be left out"),
    .init(.pyTorch, "out_features", "the number of units alone, without a label"),
    .init(.keras, "units", "the number of units alone, without a label"),
    .init(.pyTorch, "negative_slope", "the slope alone, without a label"),
    .init(.pyTorch, "num_samples", "the number alone, without a label"),
    .init(.pyTorch, "replacement", "'replacing:', or 'Sampler.withReplacement'"),
    .init(.numPy, "replace", "'replacing:'"),
    .init(.numPy, "loc", "'mean:'"),
    .init(.numPy, "scale", "'sigma:'"),
    .init(.pyTorch, "std", "'sigma:'"),
    .init(.numPy, "stddev", "'sigma:'"),
    .init(.numPy, "ddof", "'correction:'"),
    .init(.numPy, "num", "the number alone, without a label"),
    .init(.pyTorch, "requires_grad", "nothing: call 'attachGradient()' on the array"),
    .init(.numPy, "rng", "'using: &random', with 'var random = RandomGenerator(seed: 1)'"),
    .init(
      .numPy, "seed", "a generator: 'using: &random', with 'var random = RandomGenerator(seed: 1)'"),
    .init(.pyTorch, "generator", "'using:'"),
    .init(
      .pyTorch, "params", "the parameters in 'Trainer(net.parameters, …)'; an optimizer has none"),
    .init(
      .pyTorch, "parameters",
      "the parameters in 'Trainer(net.parameters, …)'; an optimizer has none"),
    .init(
      .pyTorch, "reduction",
      "nothing: a loss has a value for each example; call 'mean()' or 'sum()' on it"),
    .init(.keras, "rho", in: ["RMSprop"], "'alpha:'"),
    .init(.gluon, "gamma1", in: ["RMSprop"], "'alpha:'"),
    .init(.optax, "decay", in: ["RMSprop"], "'alpha:'"),
    .init(.gluon, "rho", in: ["HuberLoss"], "'delta:'"),
    .init(.pyTorch, "beta", in: ["HuberLoss"], "'delta:'"),
    .init(.gluon, "wd", "'weightDecay:'"),
    .init(.keras, "decay", "a schedule: 'StepSchedule.exponential(from: 0.1, factor: 0.9)'"),
    .init(.gluon, "clip_gradient", "the trainer's: 'Trainer(…, transforms: [.clipByValue(1)])'"),
    .init(.keras, "clipvalue", "the trainer's: 'Trainer(…, transforms: [.clipByValue(1)])'"),
    .init(.keras, "clipnorm", "the trainer's: 'Trainer(…, transforms: [.clipByNorm(1)])'"),
    .init(.pyTorch, "max_norm", "the number alone, without a label"),
    .init(.pyTorch, "foreach", "nothing: there is one way to compute a step"),
    .init(.pyTorch, "fused", "nothing: there is one way to compute a step"),
    .init(.pyTorch, "max_iter", "'iterations:'"),
    .init(.pyTorch, "tolerance_grad", "'gradientTolerance:'"),
    .init(.pyTorch, "line_search_fn", "'lineSearch: StrongWolfe()'"),
    .init(.gluon, "optimizer", "the optimizer alone, without a label"),
    .init(.keras, "loss", in: ["Trainer"], "nothing: the loss is recorded in the loop"),
    .init(
      .pyTorch, "bias", in: ["Dense", "Linear", "Conv2D"], "nothing: a layer always has a bias"),
    .init(.keras, "use_bias", "nothing: a layer always has a bias"),
    .init(
      .keras, "kernel_initializer",
      "set for all layers: 'net.initialize(.he(), using: &random)'"),
    .init(
      .gluon, "weight_initializer",
      "set for all layers: 'net.initialize(.he(), using: &random)'"),
    .init(.keras, "input_shape", "'inputs:'; it can be left out"),
    .init(.pyTorch, "num_features", "the number alone, without a label"),
    .init(
      .pyTorch, "weight",
      in: [
        "CrossEntropyLoss", "SoftmaxCrossEntropyLoss", "SoftmaxCELoss", "L2Loss", "MSELoss",
        "L1Loss", "BinaryCrossEntropyLoss", "LogisticLoss",
      ], weighing),
    .init(.pyTorch, "pos_weight", weighing),
    .init(.keras, "sample_weight", weighing),
    .init(.keras, "class_weight", weighing),
    .init(
      .pyTorch, "label_smoothing",
      "nothing: 'SoftmaxCrossEntropyLoss' takes rows of probabilities as labels"),
    .init(.pyTorch, "ignore_index", "nothing: leave those examples out"),
    .init(.keras, "from_logits", "nothing: a loss takes logits"),
    .init(
      .gluon, "sparse_label",
      "nothing: 'SoftmaxCELoss' takes classes, or rows of probabilities"),
    .init(.pyTorch, "drop_last", "'lastBatch: .discard'"),
    .init(.gluon, "last_batch", "'lastBatch:'"),
    .init(.pyTorch, "num_workers", "nothing: batches are made when they are asked for"),
    .init(.pyTorch, "pin_memory", "nothing: there are no devices"),
    .init(.pyTorch, "device", "nothing: there are no devices"),
    .init(.gluon, "ctx", "nothing: there are no devices"),
    .init(.numPy, "random_state", "a generator: 'using: &random'"),
    .init(.numPy, "test_size", "'testing:'"),
    .init(.pyTorch, "unbiased", "'correction:', 0 for a division by n"),
    .init(.numPy, "sep", "'separator:'"),
    .init(.numPy, "end", in: ["print"], "'terminator:'"),
    .init(.numPy, "specifier", "nothing: '\\(x.fixed(3))'"),
    .init(.matplotlib, "log_y", "'yScale: .log'"),
    .init(.matplotlib, "log_x", "'xScale: .log'"),
    .init(
      .matplotlib, "log", in: ["LineChart", "ScatterPlot", "LossCurve", "Histogram"],
      "'yScale: .log'"),
    .init(.matplotlib, "yaxis", "'yScale:'"),
    .init(.matplotlib, "xaxis", "'xScale:'"),
    .init(.matplotlib, "label", in: ["LineChart"], named),
    .init(.matplotlib, "labels", in: ["LineChart"], named),
    .init(
      .matplotlib, "xlim", "a chart's range is its axis's: 'Axis(label: \"x\", domain: 0...1)'"),
    .init(
      .matplotlib, "ylim", "a chart's range is its axis's: 'Axis(label: \"y\", domain: 0...1)'"),
    .init(.matplotlib, "figsize", "nothing: the page lays a chart out"),
    .init(.matplotlib, "linewidth", "nothing: lines are drawn alike"),
    .init(.matplotlib, "marker", "nothing: short lines have dots"),
    .init(.matplotlib, "annot", "nothing: its table has the numbers"),
    .init(.matplotlib, "xlabel", "'xLabel:'"),
    .init(.matplotlib, "ylabel", "'yLabel:'"),
    .init(.matplotlib, "yscale", "'yScale:'"),
    .init(.matplotlib, "cmap", "nothing: colors come from the page, in light and in dark"),
    .init(.matplotlib, "color", "nothing: colors come from the page, in light and in dark"),
  ]
}
