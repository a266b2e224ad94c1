/// A form that compiles elsewhere, as our compiler objects to it, and what to write instead.
public struct ForeignForm: Hashable, Sendable {
  /// What the compiler's message contains, all of it.
  public let parts: [String]
  /// The framework, or the habit, that it comes from.
  public let framework: ForeignName.Framework
  /// What to write here.
  public let hint: String

  init(_ framework: ForeignName.Framework, _ parts: [String], _ hint: String) {
    (self.framework, self.parts, self.hint) = (framework, parts, hint)
  }

  /// Returns the first entry whose parts are all in a message.
  public static func entry(for message: String) -> ForeignForm? {
    let text = Array(message.utf8)
    return table.first { $0.parts.allSatisfy { text.firstRange(of: Array($0.utf8)) != nil } }
  }

  private static let generator =
    "randomness comes from a generator: 'var random = RandomGenerator(seed: 1)', then 'using: &random'"
  private static let nan = "'x.elements.contains { $0.isNaN }' asks for one of its numbers"
  private static let comparisons = [">", "<", ">=", "<=", "==", "!="].map { sign in
    ForeignForm(
      .numPy, ["'\(sign)'", "'NDArray'"],
      "between arrays write '.\(sign)': it compares element by element")
  }

  /// A line for each form; of several that fit the first one counts.
  public static let table: [ForeignForm] =
    comparisons + [
      .init(.numPy, ["operator '**'"], "write 'pow(x, 2)', or 'x.square()'"),
      .init(
        .numPy, ["operator '%'", "'NDArray'"],
        "there is no remainder of arrays: subtract the multiples"),
      .init(
        .numPy, ["of type 'Float' and 'NDArray'"], "numbers here are Double: leave 'Float' out"),
      .init(
        .numPy, ["of type 'NDArray' and 'Float'"], "numbers here are Double: leave 'Float' out"),
      .init(
        .numPy, ["of type '[Int]' to expected element type 'Double'"],
        "an array of rows is 'NDArray([[1, 2], [3, 4]])'"),
      .init(
        .numPy, ["of type '[Double]' to expected element type 'Double'"],
        "an array of rows is 'NDArray([[1, 2], [3, 4]])'"),
      .init(
        .numPy, ["'String' has no member 'format'"],
        "'x.fixed(3)' writes a number with three decimals"),
      .init(
        .pyTorch, ["'NDArray' has no member 'device'"],
        "there are no devices: an array is in the processor's memory"),
      .init(
        .pyTorch, ["'NDArray' has no member 'clone'"],
        "an array is a value: 'let y = x' keeps its numbers"),
      .init(
        .numPy, ["'NDArray' has no member 'length'"],
        "write 'x.count', or 'x.shape[0]' for the rows of an array"),
      .init(
        .numPy, ["'NDArray' has no member 'all'"],
        "'x.elements.allSatisfy { $0 > 0 }' asks all of its numbers"),
      .init(
        .numPy, ["'NDArray' has no member 'any'"],
        "'x.elements.contains { $0 > 0 }' asks for one of its numbers"),
      .init(.numPy, ["'NDArray' has no member 'isnan'"], nan),
      .init(.pyTorch, ["'NDArray' has no member 'isNaN'"], nan),
      .init(
        .pyTorch, ["'NDArray' has no member 'repeat'"],
        "write 'NDArray.concatenate([x, x])'"),
      .init(.numPy, ["'NDArray' has no member 'tile'"], "write 'NDArray.concatenate([x, x])'"),
      // A generator
      .init(.numPy, ["missing argument for parameter 'using'"], generator),
      .init(.numPy, ["'some RandomSource' could not be inferred"], generator),
      // Numbers and arrays
      .init(
        .numPy, ["of type 'NDArray' to", "type 'Double'"],
        "'.item()' is the only element of an array, as a number"),
      .init(
        .numPy, ["of type 'NDArray' to", "type 'Float'"],
        "'Float(x.item())' is the only element of an array"),
      .init(
        .numPy, ["of type 'NDArray' to", "type 'Int'"],
        "'Int(x.item())' is the only element of an array"),
      .init(
        .numPy, ["of type 'NDArray' to", "type 'Bool'"],
        "'.item() != 0' makes a condition of an array with one element"),
      .init(
        .numPy, ["of type 'NDArray' to", "type '[Double]'"],
        "'.elements' are the numbers of an array, row by row"),
      .init(.numPy, ["of type 'Float' to", "type 'Double'"], "convert it: 'Double(x)'"),
      .init(.numPy, ["of type 'Int' to", "type 'Double'"], "convert it: 'Double(n)'"),
      .init(
        .numPy, ["of type 'Double' to", "type 'Int'"], "convert it: 'Int(x)' cuts off the fraction"),
      .init(
        .numPy, ["of type 'Double' to", "type 'Float'"],
        "numbers here are Double: leave the type out"
      ),
      .init(
        .numPy, ["operands of type 'Double' and 'Int'"], "convert the whole number: 'Double(n)'"),
      .init(
        .numPy, ["operands of type 'Int' and 'Double'"], "convert the whole number: 'Double(n)'"),
      .init(
        .numPy, ["operands of type 'Float' and 'Double'"], "numbers here are Double: 'Double(x)'"),
      .init(
        .numPy, ["operands of type 'Double' and 'Float'"], "numbers here are Double: 'Double(x)'"),
      .init(
        .numPy, ["of type '(Double, Double)' to", "type '[Double]'"],
        "write a list: '[-5, -2]' instead of '(-5, -2)'"),
      .init(
        .numPy, ["of type '[Double]' to", "type 'Shape'"], "a shape has whole numbers: '[2, 3]'"),
      .init(
        .numPy, ["of type '[Int]' to", "type '[Double]'"],
        "numbers here are Double: '[1.0, 2.0]', or 'xs.map(Double.init)'"),
      // Optimizers and trainers
      .init(
        .pyTorch, ["of type '[Parameter]' to", "type 'Double'"],
        "an optimizer knows no parameters: 'Trainer(net.parameters, SGD(learningRate: 0.1))'"),
      .init(
        .pyTorch, ["missing arguments for parameters #1, 'batchSize', 'index'"],
        "the trainer takes the step: 'trainer.step(batchSize)'"),
      .init(
        .pyTorch, ["missing argument for parameter #1", "'step'"],
        "say how many examples the gradient is of: 'trainer.step(batchSize)'"),
      .init(
        .pyTorch, ["of type 'Schedule<PerEpoch>' to", "'StepSchedule'"],
        "a schedule of steps: 'StepSchedule' instead of 'EpochSchedule'"),
      .init(
        .pyTorch, ["of type 'Schedule<PerStep>' to", "'EpochSchedule'"],
        "a schedule of epochs: 'EpochSchedule' instead of 'StepSchedule'"),
      .init(
        .pyTorch, ["'PerStep' and 'PerEpoch' be equivalent"],
        "'StepSchedule' has 'rate(step:)', 'EpochSchedule' has 'rate(epoch:)'"),
      .init(
        .pyTorch, ["generic parameter 'Unit' could not be inferred"],
        "write 'StepSchedule' or 'EpochSchedule'"),
      .init(
        .pyTorch, ["cannot find 'MLP'"],
        "a network is 'Sequential(Dense(64, activation: .tanh), Dense(1))'"),
      // Python itself
      .init(.numPy, ["cannot find 'None'"], "no value is 'nil'"),
      .init(.numPy, ["cannot find 'True'"], "write 'true'"),
      .init(.numPy, ["cannot find 'False'"], "write 'false'"),
      .init(.numPy, ["cannot find 'def'"], "a function begins with 'func'"),
      .init(.numPy, ["cannot find 'lambda'"], "a function without a name is '{ x in x * x }'"),
      .init(.numPy, ["cannot find 'range'"], "write '0..<n'"),
      .init(
        .numPy, ["cannot find 'len'"], "write 'x.count', or 'x.shape[0]' for the rows of an array"),
      .init(.numPy, ["cannot find 'str'"], "write 'String(x)', or \"\\(x)\""),
      .init(.numPy, ["cannot find 'int'"], "write 'Int(x)'"),
      .init(.numPy, ["cannot find 'float'"], "write 'Double(x)'"),
      .init(.numPy, ["cannot find 'Math'"], "'sqrt', 'exp' and 'log' are there without a module"),
      .init(.numPy, ["cannot find 'math'"], "'sqrt', 'exp' and 'log' are there without a module"),
      .init(.numPy, ["cannot find 'gradientDescent'"], "it is 'descend(from:using:steps:)'"),
      .init(.matplotlib, ["cannot find 'LinePlot'"], "lines through points are 'LineChart(x:y:)'"),
      .init(.numPy, ["cannot find 'self' in scope"], "a block is no method: use the name itself"),
      .init(.numPy, ["String", "'format:'"], "'x.fixed(3)' writes a number with three decimals"),
    ]
}
