import BookModel
import ForeignNames
import Testing

@testable import Execution

@Suite struct CompilerHintsTests {
  private static let hints: CompilerHints? =
    EngineSources.findPackage().flatMap { EngineSources(package: $0) }.map {
      CompilerHints(names: EngineNames($0))
    }

  /// Returns the hint for a message as the compiler prints it, at the first column of a line of code.
  private func hint(_ text: String, _ name: String, code: String = "") throws -> String? {
    let message = CompilerMessage(
      kind: .error, position: SourcePosition(line: 1, column: 1), text: text, name: name)
    return try #require(Self.hints).hint(for: message, line: code)
  }

  @Test(
    "A name that is unknown has a hint with the name to write",
    arguments: [
      ("StepLR", "StepSchedule.step(from:every:factor:)"), ("zeros", "NDArray.zeros("),
      ("dense", "'Dense("), ("L2loss", "L2Loss"), ("RandomGenerater", "RandomGenerator"),
      ("permutation", "RandomSource.permutation"), ("squareRoot", "belongs to"),
      ("BCELoss", "BinaryCrossEntropyLoss"), ("SoftmaxCrossEntropy", "SoftmaxCrossEntropyLoss"),
      ("MLP", "Sequential("),
      ("None", "nil"), ("range", "0..<n"), ("quxbazzle", "a block sees"),
    ])
  func unknownNames(name: String, expected: String) throws {
    let hint = try hint("cannot find '\(name)' in scope", "cannot_find_in_scope")
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "A name behind the name of a Python module is looked up as a whole",
    arguments: [
      ("torch.nn.Linear(2, 1)", "'Dense("), ("np.zeros([2])", "NDArray.zeros("),
      ("plt.plot(x)", "LineChart"), ("optax.sgd(0.1)", "'SGD("), ("jnp.sum(x)", "NDArray.sum("),
      ("tf.reduce_mean(x)", "NDArray.mean("), ("np.allclose(x, y)", ".abs().max()"),
      ("np.qqq(x)", "gradbook api"), ("np.mean(x)", "NumPy's 'mean'"),
      ("np.identity(3)", "NDArray.eye("), ("torch.max(x)", "NDArray.max("),
      ("np.trace(x)", ".sum()"), ("nn.Hardswish()", "no such layer"),
      ("torch.cuda.is_available()", "no devices"), ("torch.numel(x)", "NDArray.count"),
      ("nd.zeros([2])", "NDArray.zeros("), ("sns.heatmap(x)", "HeatMap"),
      ("time.time()", "ContinuousClock"), ("math.pi", "Double.pi"),
      ("math.sqrt(2)", "without a module"),
    ])
  func modulePaths(code: String, expected: String) throws {
    let module = String(code.prefix { $0 != "." })
    let hint = try hint("cannot find '\(module)' in scope", "cannot_find_in_scope", code: code)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "A member that is unknown has a hint with the member to write",
    arguments: [
      ("NDArray", "Matmul", "'NDArray.matmul(_:)'"), ("NDArray", "backwards", "NDArray.backward()"),
      ("Trainer", "zero_grad", "zeroGrad"), ("NDArray", "argMax", "argmax"),
      ("NDArray", "astype", "asType"), ("NDArray", "clone", "let y = x"),
      ("ArrayIndex", "newAxis", "expandedDimensions"),
      ("NDArray", "isnan", "contains { $0.isNaN }"),
      ("StepSchedule", "cosineRestart", "cosineRestarts"),
      ("Parameter", "zero_grad", "parameter.zeroGradient()"), ("NDArray", "size", "x.count"),
      ("NDArray", "data", "leave '.data' out"), ("NDArray", "div", "'a / b'"),
      ("NDArray", "stop_gradient", "x.detached()"), ("NDArray", "is_cuda", "leave it out"),
      ("Sequential", "weight", "as! Dense"),
      ("Sequential", "append", "net.add("), ("any Layer", "weight", "as! Dense"),
      ("OnPlateau", "step", "plateau.rate("), ("RandomGenerator", "random", "random.uniform()"),
    ])
  func unknownMembers(type: String, member: String, expected: String) throws {
    let hint = try hint(
      "value of type '\(type)' has no member '\(member)'", "could_not_find_value_member")
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test("What a type is also known as is not taken for the member")
  func alias() throws {
    let hint = try hint(
      "type 'StepSchedule' (aka 'Schedule<PerStep>') has no member 'squareRoot'",
      "could_not_find_type_member")
    #expect(hint?.contains("quareRoot") == true, "\(hint ?? "none")")
  }

  @Test("A hint that would say nothing new is not there")
  func nothingNew() throws {
    #expect(
      try hint("value of type 'Int' has no member 'zzzzzz'", "could_not_find_value_member") == nil)
    #expect(try hint("consecutive statements on a line", "statement_same_line") == nil)
    // A short word is near to too many.
    #expect(
      try hint("value of type 'NDArray' has no member 'zzz'", "could_not_find_value_member") == nil)
    #expect(
      try hint("cannot find 'Adan' in scope", "cannot_find_in_scope")?.contains("did you mean")
        != true)
  }

  @Test(
    "A label that is unknown has a hint with the label to write",
    arguments: [
      ("extra argument 'lr' in call", "learningRate:"),
      ("extra argument 'learning_rate' in call", "learningRate:"),
      (
        "incorrect argument label in call (have 'learningRate:weight_decay:', expected 'x:y:')",
        "weightDecay:"
      ),
      ("extra argument 'momentun' in call", "momentum:"),
      ("extra argument 'inFeatures' in call", "'inputs:'"),
      ("extra argument 'labelSmoothing' in call", "leave 'labelSmoothing' out"),
    ])
  func labels(message: String, expected: String) throws {
    let hint = try hint(message, "extra_argument_named")
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "An operator or a form of another language has a hint with ours",
    arguments: [
      (
        "referencing operator function '>' on 'BinaryInteger' requires that 'NDArray' conform to 'BinaryInteger'",
        "type_does_not_conform_decl_owner", "'.>'"
      ),
      ("no operator '**' is defined; did you mean 'pow(_:_:)'?", "use_unresolved", "pow(x, 3)"),
      (
        "cannot convert value of type 'NDArray' to expected argument type 'Double'",
        "cannot_convert_argument_value", ".item()"
      ),
      (
        "cannot convert value of type 'Double' to specified type 'Float'",
        "cannot_convert_initializer_value", "leave the type out"
      ),
      (
        "missing argument for parameter 'using' in call", "missing_argument_named",
        "RandomGenerator"
      ),
      ("no such module 'torch'", "no_such_module", "without an import"),
      (
        "binary operator '==' cannot be applied to operands of type 'Shape' and '(Int, Int)'",
        "cannot_apply_binop_to_args", "'x.shape == [2, 2]'"
      ),
    ])
  func forms(message: String, name: String, expected: String) throws {
    let hint = try hint(message, name)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "A form that the message does not show is known by its line",
    arguments: [
      ("cannot call value of non-function type '[Parameter]'", "net.parameters()", "parentheses"),
      ("cannot call value of non-function type 'Double'", "2(x)", "none"),
      ("consecutive statements on a line", "let z = x.T @ x", "matmul"),
      ("function is unused", "assert x.count == 4", "precondition("),
      ("expected ':' to begin inheritance clause", "class Net(nn.Module): pass", "Sequential("),
      ("initializer expression requires explicit access", "init.Xavier()", ".xavier()"),
      ("initializer expression requires explicit access", "init.Normal()", ".normal("),
    ])
  func lines(message: String, code: String, expected: String) throws {
    let hint = try hint(message, "other", code: code) ?? "none"
    #expect(hint.contains(expected), "\(hint)")
  }

  @Test(
    "Arguments that do not fit have a hint with the forms of what is called",
    arguments: [
      ("let o = SGD(0.1)", 13, "SGD(learningRate:"),
      ("let y = f(x.mean(dim: 0), 1)", 18, "'axis:'"),
      ("let y = f(x.mean(1, 0), 1)", 18, "NDArray.mean(axis:keepDimensions:)"),
      ("let o = Adam(1, 2)", 9, "Adam(learningRate:"),
    ])
  func callForms(code: String, column: Int, expected: String) throws {
    let message = CompilerMessage(
      kind: .error, position: SourcePosition(line: 1, column: column),
      text: "extra arguments at positions #1, #2 in call", name: "extra_arguments_in_call")
    let hint = try #require(Self.hints).hint(for: message, line: code)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "A label is looked up for what is called, wherever the message points",
    arguments: [
      ("let o = RMSprop(rho: 0.9)", 17, "extra argument 'rho' in call", "'alpha:'"),
      ("let l = HuberLoss(rho: 1)", 19, "extra argument 'rho' in call", "'delta:'"),
      (
        "let l = Linear(2, 1, bias: false)", 28, "extra argument 'bias' in call", "leave 'bias' out"
      ),
      ("let l = MSELoss(weight: NDArray([1]))", 25, "extra argument 'weight' in call", "multiply"),
      (
        "let l = L2Loss(reduction: 1)", 9, "argument passed to call that takes no arguments",
        "mean()"
      ),
      ("print(1, end: 2)", 15, "extra argument 'end' in call", "'terminator:'"),
      (
        "let d = DataLoader(x, y, batchSize: 1)", 20,
        "incorrect argument labels in call (have '_:_:batchSize:', expected '_:batchSize:lastBatch:')",
        "it is called as 'DataLoader("
      ),
    ])
  func labelsOfCalls(code: String, column: Int, text: String, expected: String) throws {
    let name =
      text.hasPrefix("argument passed") ? "extra_argument_to_nullary_call" : "extra_argument_named"
    let message = CompilerMessage(
      kind: .error, position: SourcePosition(line: 1, column: column), text: text, name: name)
    let hint = try #require(Self.hints).hint(for: message, line: code)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "An argument with a sign of equality has a hint with the label and its colon",
    arguments: [
      ("let m = x.mean(axis=0)", 16, "axis", "'axis: …'"),
      ("let o = SGD(lr=0.1)", 13, "lr", "learningRate:"),
      ("if (count == 1) {}", 5, "count", "count"),
    ])
  func pythonArguments(code: String, column: Int, name: String, expected: String) throws {
    let message = CompilerMessage(
      kind: .error, position: SourcePosition(line: 1, column: column),
      text: "cannot find '\(name)' in scope", name: "cannot_find_in_scope")
    let hint = try #require(Self.hints).hint(for: message, line: code)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test(
    "What the line says as well tells what was meant",
    arguments: [
      ("no exact matches in call to initializer", "print(String(format: 3))", "x.fixed(3)"),
      ("no exact matches in call to initializer", "print(Double(a))", "x.item()"),
      (
        "cannot convert value of type 'NDArray' to expected argument type 'Int'", "a % 7",
        "remainder"
      ),
      (
        "cannot convert value of type 'NDArray' to expected argument type 'Int'", "f(a)",
        "Int(x.item())"
      ),
      (
        "extraneous argument label 'batchSize:' in call", "t.step(batchSize: 4)",
        "trainer.step(batchSize)"
      ),
      ("result of 'LineChart' initializer is unused", "LineChart([1])", "show("),
    ])
  func lines(text: String, code: String, expected: String) throws {
    let hint = try hint(text, "zzz", code: code)
    #expect(hint?.contains(expected) == true, "\(hint ?? "none")")
  }

  @Test("The product of matrices in Python's form has a hint with ours")
  func matrixProduct() throws {
    let hint = try hint("expected ',' separator", "expected_separator", code: "@ b)")
    #expect(hint?.contains("matmul") == true)
  }

  @Test("Each foreign name leads to a name of ours, which the sources declare")
  func foreignNamesExist() throws {
    let names = try #require(Self.hints).names
    let operators: Set<String> = ["NDArray.*"]
    for entry in ForeignName.table where !operators.contains(entry.ours) {
      if names.name(at: entry.ours) == nil { Issue.record("\(entry.name): \(entry.ours)") }
    }
  }
}
