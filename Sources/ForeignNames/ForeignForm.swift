/// A form that compiles elsewhere, as our compiler objects to it, and what to write instead.
public struct ForeignForm: Hashable, Sendable {
  /// What the compiler's message contains, all of it.
  public let parts: [String]
  /// What the line of code contains as well; empty for anything.
  public let code: String
  /// The framework, or the habit, that it comes from.
  public let framework: ForeignName.Framework
  /// What to write here.
  public let hint: String

  init(
    _ framework: ForeignName.Framework, _ parts: [String], in code: String = "", _ hint: String
  ) {
    (self.framework, self.parts, self.code, self.hint) = (framework, parts, code, hint)
  }

  /// Returns the first entry whose parts are all in a message about a line of code.
  public static func entry(for message: String, in line: String? = nil) -> ForeignForm? {
    let text = Array(message.utf8)
    let line = Array((line ?? "").utf8)
    return table.first { entry in
      entry.parts.allSatisfy { text.firstRange(of: Array($0.utf8)) != nil }
        && (entry.code.isEmpty || line.firstRange(of: Array(entry.code.utf8)) != nil)
    }
  }

  private static let generator =
    "randomness comes from a generator: 'var random = RandomGenerator(seed: 1)', then 'using: &random'"
  private static let rows =
    "rows by their numbers are 'x.take([0, 2])'; by a condition: 'x.elements.filter { $0 > 0 }', or 'NDArray.where(x .> 0, x, NDArray(0))'"
  private static let conditions =
    "conditions of arrays are multiplied, '(a .> 1) * (a .< 3)'; the opposite is '1 - (a .> 1)'"
  private static let comparisons = [">", "<", ">=", "<=", "==", "!="].map { sign in
    ForeignForm(
      .numPy, ["'\(sign)'", "'NDArray'"],
      "between arrays write '.\(sign)': it compares element by element")
  }

  /// A line for each form; of several that fit the first one counts.
  public static let table: [ForeignForm] =
    comparisons + [
      .init(
        .numPy, ["operator '**'"],
        "write 'pow(x, 3)' of an array or a 'Double', or 'x * x'"),
      .init(.numPy, ["ambiguous use of 'pow'"], "numbers here are Double: 'pow(2.0, 3)'"),
      .init(.numPy, ["global function 'pow'"], "numbers here are Double: 'pow(2.0, 3)'"),
      .init(
        .numPy, ["'NDArray'", "'Int'"], in: " % ",
        "there is no remainder of arrays: subtract the multiples"),
      .init(
        .numPy, ["operator '%'", "'NDArray'"],
        "there is no remainder of arrays: subtract the multiples"),
      .init(.numPy, ["operator '++'"], "write 'i += 1'"),
      .init(.numPy, ["operator '--'"], "write 'i -= 1'"),
      .init(.numPy, ["operator '.*'"], "'a * b' multiplies element by element"),
      .init(.numPy, ["operator './'"], "'a / b' divides element by element"),
      .init(.numPy, ["operator '.^'"], "write 'pow(x, 3)'"),
      .init(.numPy, ["'&'", "'NDArray'"], conditions),
      .init(.numPy, ["'|'", "'NDArray'"], conditions),
      .init(.numPy, ["'~'", "'NDArray'"], conditions),
      .init(.numPy, ["'NDArray'", "'Bool'"], in: "&&", conditions),
      .init(.numPy, ["'NDArray'", "'Bool'"], in: "||", conditions),
      .init(.pyTorch, ["operator", "'Parameter'"], "the numbers of a parameter are 'w.data'"),
      .init(
        .numPy, ["of type 'Float' and 'NDArray'"], "numbers here are Double: leave 'Float' out"),
      .init(
        .numPy, ["of type 'NDArray' and 'Float'"], "numbers here are Double: leave 'Float' out"),
      .init(
        .matplotlib, ["of type '[Int]' to expected element type 'Double'"], in: "Chart(",
        "several lines have their names: 'LineChart([(\"sgd\", a), (\"adam\", b)])'"),
      .init(
        .numPy, ["of type '[Int]' to expected element type 'Double'"],
        "an array of rows is 'NDArray([[1, 2], [3, 4]])'"),
      .init(
        .numPy, ["of type '[Double]' to expected element type 'Double'"],
        "an array of rows is 'NDArray([[1, 2], [3, 4]])'"),
      // Texts
      .init(
        .numPy, ["'String' has no member 'format'"],
        "'x.fixed(3)' writes a number with three decimals"),
      .init(
        .numPy, ["no exact matches in call to initializer"], in: "String(format:",
        "'x.fixed(3)' writes a number with three decimals"),
      .init(
        .numPy, ["'appendInterpolation'"],
        "'\\(x.fixed(4))' writes a number with four decimals into a text"),
      .init(
        .numPy, ["of type 'String' to"], in: "\" % ", "a number in a text is '\\(x.fixed(3))'"),
      .init(.numPy, ["'+'", "'String'"], "a value in a text is \"loss \\(loss)\""),
      .init(
        .numPy, ["cannot find 'f' in scope"], in: "f\"",
        "a text with values is \"loss \\(loss.fixed(4))\""),
      // Parts of arrays
      .init(.numPy, ["'NDArray' conform to 'ArrayIndex'"], rows),
      .init(.numPy, ["'Bool' to", "type 'Int'"], rows),
      .init(.numPy, ["cannot pass array of type '[Int]' as variadic"], rows),
      .init(.numPy, ["of type '[Int]' to expected argument type 'Int'"], rows),
      .init(.numPy, ["'[Int]' conform to 'ArrayIndex'"], rows),
      .init(
        .numPy, ["'StrideTo<Int>'"],
        "every second row is 'x.take(Array(stride(from: 0, to: 10, by: 2)))'"),
      .init(
        .numPy, ["adjacent operators", "RangeFormationPrecedence"],
        "every second row is 'x.take(Array(stride(from: 0, to: 10, by: 2)))'"),
      .init(
        .numPy, ["expected argument label before colon"],
        "a part of an array is 'x[0..<5]', a column 'x[0..., 1]'"),
      .init(
        .numPy, ["cannot conform to 'ArrayIndex'"],
        "all of an axis is '0...'; a new axis is 'x.expandedDimensions(axis: 0)'"),
      .init(
        .numPy, ["expected expression in list"], in: "where(",
        "write 'NDArray.where(x .> 0, x, NDArray(0))'"),
      .init(
        .numPy, ["expected expression in list"], in: "[:", "all of an axis is '0...': 'x[0..., 1]'"),
      .init(
        .numPy, ["expected expression in list"], in: ", :",
        "all of an axis is '0...': 'x[1, 0...]'"),
      .init(
        .numPy, ["mutating member on immutable value"], in: ".sort()",
        "'x.sorted()' returns the sorted array"),
      .init(
        .numPy, ["to specified type '(_, _)'"],
        "a list is taken apart by its places: 'xs[0]' and 'xs[1]'"),
      .init(
        .numPy, ["type '(Int, Int)' to"],
        "without inner parentheses: 'x.reshape(2, 2)', 'NDArray.zeros([2, 3])'"),
      .init(
        .numPy, ["no exact matches in call to static method"], in: "((",
        "a shape is a list: 'NDArray.zeros([2, 3])'"),
      .init(
        .numPy, ["no exact matches in call to initializer"], in: "NDArray(0..<",
        "write 'NDArray.arange(4)'"),
      .init(
        .numPy, ["of type 'Range<Int>' to", "type 'Double'"], "write 'NDArray.arange(4)'"),
      // A generator
      .init(
        .numPy, ["missing argument for parameter 'using'"], in: "DataLoader(",
        "randomness comes from a generator: 'using: RandomGenerator(seed: 1)'"),
      .init(
        .numPy, ["missing argument for parameter 'using'"], in: "Dropout(",
        "randomness comes from a generator: 'using: RandomGenerator(seed: 1)'"),
      .init(.numPy, ["missing argument for parameter 'using'"], generator),
      .init(.numPy, ["'some RandomSource' could not be inferred"], generator),
      .init(
        .numPy, ["'&' used with non-inout argument"], "without the sign: 'using: random'"),
      // Numbers and arrays
      .init(
        .numPy, ["no exact matches in call to initializer"], in: "Double(",
        "'x.item()' is the only element of an array, as a number"),
      .init(
        .numPy, ["no exact matches in call to initializer"], in: "Float(",
        "'Float(x.item())' is the only element of an array"),
      .init(
        .numPy, ["of type 'Int' to", "type 'NDArray'"],
        "an array of one number is 'NDArray(0)', of a shape 'NDArray.full(x.shape, 0)'"),
      .init(
        .numPy, ["of type 'Double' to", "type 'NDArray'"],
        "an array of one number is 'NDArray(0.5)', of a shape 'NDArray.full(x.shape, 0.5)'"),
      .init(
        .numPy, ["of type 'Range<Int>' to", "'[Double]'"],
        "numbers here are Double: '(0..<3).map(Double.init)'"),
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
      // Layers, losses and data
      .init(
        .gluon, ["initializer expression requires explicit access"], in: "init.Xavier",
        "write 'net.initialize(.xavier(), using: &random)'"),
      .init(
        .pyTorch, ["initializer expression requires explicit access"], in: "init.",
        "write 'net.initialize(.normal(sigma: 0.01), using: &random)'"),
      .init(
        .keras, ["to expected argument type 'Activation'"], "write '.relu', '.tanh' or '.sigmoid'"),
      .init(
        .pyTorch, ["to expected argument type 'Reduction'"], "write '.mean', '.sum' or '.none'"),
      .init(
        .gluon, ["cannot call value of non-function type 'NDArray'"],
        "leave the parentheses out: 'layer.weight.data'"),
      .init(
        .numPy, ["cannot call value of non-function type 'Shape'"],
        "leave the parentheses out: 'x.shape'"),
      .init(.pyTorch, ["'shape' is inaccessible"], "write 'parameter.data.shape'"),
      .init(
        .pyTorch, ["'ArrayDataset' has no subscripts"],
        "write 'dataset.data[0]' and 'dataset.labels[0]'"),
      .init(.pyTorch, ["'DataLoader' has no subscripts"], "write 'Array(loader)[0]'"),
      .init(
        .gluon, ["to expected argument type 'DataLoader.LastBatch'"],
        "write '.keep', '.discard' or '.rollover'"),
      .init(
        .pyTorch, ["of type 'NDArray' to expected argument type 'ArrayDataset'"],
        "write 'DataLoader(ArrayDataset(x, y), batchSize: 10)'"),
      // Optimizers and trainers
      .init(
        .gluon, ["'String'", "type 'Optimizer'"],
        "an optimizer is a value: 'SGD(learningRate: 0.1)'"),
      .init(.pyTorch, ["to expected argument type '[Parameter]'"], "write 'net.parameters'"),
      .init(
        .pyTorch, ["to expected argument type 'StrongWolfe'"],
        "write 'lineSearch: StrongWolfe()'"),
      .init(
        .gluon, ["extraneous argument label"], in: ".step(",
        "the trainer takes the size alone: 'trainer.step(batchSize)'"),
      .init(
        .pyTorch, ["static member 'step' cannot be used on instance of type 'Schedule"],
        "nothing to call: 'Trainer(…, schedule: schedule)' follows it"),
      .init(
        .pyTorch, ["missing arguments for parameters 'from', 'every'"], in: ".step()",
        "nothing to call: 'Trainer(…, schedule: schedule)' follows it"),
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
      .init(
        .keras, ["no exact matches in call to initializer"], in: "Sequential {",
        "write 'Sequential(Dense(4), Dense(1))'"),
      // Charts
      .init(
        .matplotlib, ["extra argument in call"], in: "show(",
        "one at a time: 'show(a)', then 'show(b)'; side by side: 'SmallMultiples'"),
      .init(
        .matplotlib, ["of type '[LineChart]' to"],
        "side by side: 'show(SmallMultiples([(\"a\", a.chart), (\"b\", b.chart)]))'"),
      .init(.matplotlib, ["'NDArray' conform to 'ChartConvertible'"], "write 'print(x)'"),
      .init(
        .matplotlib, ["no exact matches in call to initializer"], in: "Chart(NDArray",
        "a chart takes numbers: 'LineChart(x.elements)'"),
      .init(
        .matplotlib, ["result of '", "Chart' initializer is unused"],
        "'show(…)' puts a chart into the page"),
      .init(
        .numPy, ["referencing operator function", "requires that"],
        "an operator of a block's own type stands outside the type: 'func + (a: P, b: P) -> P { … }'"
      ),
      // Python itself
      .init(.numPy, ["for-in loop requires 'Int'"], "write 'for i in 0..<3'"),
      .init(.numPy, ["between '#' and macro name"], "a comment begins with '//'"),
      .init(.numPy, ["function is unused"], in: "assert ", "write 'precondition(x.count == 4)'"),
      .init(
        .numPy, ["'Shape' and '(Int"], "a shape is compared with a list: 'x.shape == [2, 2]'"),
      .init(
        .numPy, ["consecutive statements on a line"], in: " @ ",
        "the product of matrices is 'a.matmul(b)'"),
      .init(
        .pyTorch, ["cannot call value of non-function type"], in: "()",
        "it is a property: leave the parentheses out"),
      .init(
        .pyTorch, ["begin inheritance clause"], in: "(nn.Module)",
        "layers in a row are 'Sequential(Dense(4), ReLU())'; one of one's own is 'final class Net: Layer { … }'"
      ),
      .init(
        .pyTorch, ["'super'"], in: "super()",
        "layers in a row are 'Sequential(Dense(4), ReLU())'; one of one's own is 'final class Net: Layer { … }'"
      ),
      .init(.numPy, ["function is unused"], in: "print \"", "write 'print(\"hello\")'"),
      .init(
        .numPy, ["cannot find '"], in: " for ", "a list from another is 'xs.map { x in x * x }'"),
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
      .init(.numPy, ["cannot find 'gradientDescent'"], "it is 'descend(from:using:steps:)'"),
      .init(.matplotlib, ["cannot find 'LinePlot'"], "lines through points are 'LineChart(x:y:)'"),
      .init(.numPy, ["cannot find 'self' in scope"], "a block is no method: use the name itself"),
      .init(.numPy, ["String", "'format:'"], "'x.fixed(3)' writes a number with three decimals"),
    ]
}
