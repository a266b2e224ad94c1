extension ForeignName {
  static let keras: [ForeignName] = [
    .init(.keras, "keras.Sequential", "Sequential"),
    .init(.keras, "keras.layers.Dense", "Dense"),
    .init(.keras, "keras.layers.BatchNormalization", "BatchNorm"),
    .init(.keras, "keras.layers.LayerNormalization", "LayerNorm"),
    .init(.keras, "keras.losses.MeanSquaredError", "MSELoss"),
    .init(
      .keras, "keras.losses.CategoricalCrossentropy", "SoftmaxCrossEntropyLoss",
      "it takes logits: leave the softmax out"),
    .init(
      .keras, "keras.losses.SparseCategoricalCrossentropy", "CrossEntropyLoss",
      "it takes logits: leave the softmax out"),
    .init(
      .keras, "keras.losses.BinaryCrossentropy", "BinaryCrossEntropyLoss",
      "it takes logits: leave the sigmoid out"),
    .init(.keras, "keras.losses.MeanAbsoluteError", "L1Loss", perExample),
    .init(.keras, "keras.initializers.GlorotUniform", "Initializer.xavier"),
    .init(.keras, "keras.initializers.HeNormal", "Initializer.he"),
    .init(.keras, "keras.optimizers.SGD", "SGD"),
    .init(.keras, "keras.optimizers.Nadam", "NAdam"),
    .init(
      .keras, "keras.optimizers.schedules.ExponentialDecay", "Schedule.exponential",
      "its factor is of one step: `pow(0.96, 1.0 / 100)`"),
    .init(.keras, "keras.optimizers.schedules.InverseTimeDecay", "Schedule.inverseTime"),
    .init(.keras, "keras.optimizers.schedules.PiecewiseConstantDecay", "Schedule.multiStep"),
    .init(.keras, "keras.optimizers.schedules.CosineDecay", "Schedule.cosine"),
    .init(.keras, "keras.callbacks.ReduceLROnPlateau", "OnPlateau"),
    .init(.keras, "tensorflow.GradientTape", "record"),
    .init(.keras, "keras.layers.Conv2D", "Conv2D"),
    .init(.keras, "keras.layers.MaxPooling2D", "MaxPool2D"),
    .init(.keras, "keras.layers.AveragePooling2D", "AvgPool2D"),
    .init(.keras, "tensorflow.Variable", "Parameter"),
    .init(.keras, "tensorflow.reduce_mean", "NDArray.mean"),
    .init(.keras, "tensorflow.reduce_sum", "NDArray.sum"),
    .init(.keras, "tensorflow.reduce_max", "NDArray.max"),
    .init(.keras, "keras.Model.fit", "Trainer", "a loop over `DataLoader` and `trainer.step`"),
    .init(.keras, "keras.Model.summary", "Layer.description", "`print(net)`"),
    .init(.keras, "keras.metrics.Accuracy", "accuracy"),
  ]
}
