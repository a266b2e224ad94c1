/// An argument's label of another framework, and ours.
public struct ForeignLabel: Hashable, Sendable {
  /// The label as it is written there: `weight_decay`.
  public let label: String
  /// The framework that it comes from.
  public let framework: ForeignName.Framework
  /// What to write here, in code or in words: `weightDecay:`.
  public let ours: String

  init(_ framework: ForeignName.Framework, _ label: String, _ ours: String) {
    (self.framework, self.label, self.ours) = (framework, label, ours)
  }

  /// Returns the entry for a label, whatever the case of its letters.
  public static func entry(for label: String) -> ForeignLabel? {
    let wanted = label.lowercased()
    return table.first { $0.label.lowercased() == wanted }
  }

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
    .init(.matplotlib, "xlabel", "'xLabel:'"),
    .init(.matplotlib, "ylabel", "'yLabel:'"),
    .init(.matplotlib, "yscale", "'yScale:'"),
    .init(.matplotlib, "cmap", "nothing: colors come from the page, in light and in dark"),
    .init(.matplotlib, "color", "nothing: colors come from the page, in light and in dark"),
  ]
}
