/// What an optimizer remembers, as a value: taken by `optimizer.state`, given back by
/// `optimizer.load(_:)`, to this rule or to another one of the same kind.
///
///     let saved = trainer.optimizer.state
///     …
///     trainer.optimizer.load(saved)
///
/// - Source: PyTorch's `optimizer.state_dict()`
public struct OptimizerState {
  /// The rule that it was taken from, such as `Adam`.
  public let rule: String
  /// The learning rate at that time.
  public let learningRate: Double
  /// What it remembers of each parameter; nil for one that has not moved.
  var entries: [Entry?] = []
  /// The state of a rule within the rule, such as Muon's for vectors.
  var inner: [OptimizerState] = []

  /// What a rule remembers of one parameter.
  struct Entry {
    var step: Int
    var scalar: Double
    var arrays: [NDArray]
    var shape: Shape
    var dtype: DType
  }

  /// Makes the state of a rule of one's own.
  /// - Parameters:
  ///   - rule: the rule's name
  ///   - learningRate: its learning rate
  ///   - arrays: the arrays that it keeps of each parameter
  public init(rule: String, learningRate: Double, arrays: [[NDArray]] = []) {
    self.rule = rule
    self.learningRate = learningRate
    entries = arrays.map { arrays in
      arrays.first.map {
        Entry(step: 0, scalar: 0, arrays: arrays, shape: $0.shape, dtype: $0.dtype)
      }
    }
  }

  /// A fault unless the state is of some rule, with some number of arrays for each parameter.
  @inline(never)
  func requireFit(for name: String, arrays: Int) {
    if rule != name { fault("load", "a state of \(rule) for \(name)") }
    for entry in entries {
      guard let entry, entry.arrays.count != arrays else { continue }
      fault(
        "load",
        "a state with \(entry.arrays.count) arrays for each parameter; \(name) with its settings has "
          + "\(arrays)")
    }
  }

  /// The number of parameters that have moved.
  public var count: Int { entries.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// The steps that a parameter has made.
  /// - Parameter index: the parameter's place among those of the trainer, from 0
  public func steps(of index: Int) -> Int {
    index >= 0 && index < entries.count ? entries[index]?.step ?? 0 : 0
  }

  /// The arrays that the rule keeps of a parameter, such as m and v of Adam, in the order of its
  /// formulas; empty before the parameter's first step.
  /// - Parameter index: the parameter's place among those of the trainer, from 0
  public func arrays(of index: Int) -> [NDArray] {
    index >= 0 && index < entries.count ? entries[index]?.arrays ?? [] : []
  }
}

extension OptimizerState: CustomStringConvertible {
  /// `Adam at the learning rate 0.001, 2 parameters: 0 after 3 steps, 1 after 3 steps`
  public var description: String {
    var text = "\(rule) at the learning rate \(learningRate), \(count) "
    text += count == 1 ? "parameter" : "parameters"
    var separator = ": "
    for (index, entry) in entries.enumerated() {
      guard let entry else { continue }
      text += separator + "\(index) after \(entry.step) step" + (entry.step == 1 ? "" : "s")
      separator = ", "
    }
    return text
  }
}
